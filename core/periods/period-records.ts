import { z } from 'zod'
import { periodSchema } from '../calendar/period.ts'
import { recordRefSchema, uuidSchema } from '../journal/record.ts'
import { reopeningReasons } from './period-commands.ts'

export const periodClosed = z.strictObject({ period: periodSchema })

export const periodReopened = periodClosed.extend({ reason: z.enum(reopeningReasons) })

export const yearClosed = z.strictObject({ year: z.int(), branchId: uuidSchema })

export const yearReopened = yearClosed.extend({ record: recordRefSchema, reason: z.enum(reopeningReasons) })

/** Records that only move what the year earned into the earnings that are kept: a report of the year leaves them out. */
export const closingTypes: readonly string[] = ['year.closed', 'year.reopened']
