import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'
import { keyed } from '../decision/keyed.ts'

export const openDaySchema = z.strictObject({ ...keyed, type: z.literal('day.open'), date: businessDateSchema })
export type OpenDay = z.infer<typeof openDaySchema>

export const closeDaySchema = z.strictObject({ ...keyed, type: z.literal('day.close') })
export type CloseDay = z.infer<typeof closeDaySchema>
