import { z } from 'zod'

/** Which of a line's two days is meant: the one on which it was booked, or the one from which it counts. */
export const dateBasisSchema = z.enum(['booking', 'value'])
export type DateBasis = z.infer<typeof dateBasisSchema>
