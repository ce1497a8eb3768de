import { z } from 'zod'
import { adjustmentDifference, adjustmentSchema, seriesDifference, seriesSchema } from './date-vectors.ts'
import { dayCountDifference, dayCountSchema } from './day-count-vectors.ts'
import { hasField, type VectorKind, vectorCase } from './vector-kind.ts'

const fileSchema = z.object({
  dayCount: z.array(z.unknown()),
  businessDay: z.array(z.unknown()),
  schedule: z.array(z.unknown()),
})

/** Day counts, dates moved off days of rest, and series of dates. Rules: M11, M12, M13, M14. */
export const calendarVectors: VectorKind = {
  name: 'day counts and dates',
  recognises: hasField('schema', 'mfi-daycount-vectors/1'),
  casesOf: content => {
    const { dayCount, businessDay, schedule } = fileSchema.parse(content)
    return [
      ...dayCount.map((given, place) =>
        vectorCase(given, `day-count-${place + 1}`, dayCountSchema, dayCountDifference),
      ),
      ...businessDay.map((given, place) =>
        vectorCase(given, `business-day-${place + 1}`, adjustmentSchema, adjustmentDifference),
      ),
      ...schedule.map((given, place) => vectorCase(given, `schedule-${place + 1}`, seriesSchema, seriesDifference)),
    ]
  },
}
