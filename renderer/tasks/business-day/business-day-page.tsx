import { RefusedPage } from '../../counter/refused-page.tsx'
import { useAnswer } from '../../lib/use-answer.ts'
import { CloseDay } from './close-day.tsx'
import { OpenDay } from './open-day.tsx'

/** The branch's business day: an opened date in which work is done, and a closed one in which nothing moves any more. */
export function BusinessDayPage() {
  const { answer: day, refusal } = useAnswer({ type: 'my-day' })
  if (refusal) return <RefusedPage refusal={refusal} />
  if (!day) return null
  return day.businessDate ? (
    <CloseDay key={day.businessDate} day={day} date={day.businessDate} />
  ) : (
    <OpenDay key={day.lastClosedDate} day={day} />
  )
}
