import { z } from 'zod'
import { businessDateSchema } from '../calendar/business-date.ts'

/** Of `day.opened` and `day.closed`. */
export const dayMarked = z.strictObject({ date: businessDateSchema })
