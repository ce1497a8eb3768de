import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../lib/format-count.ts'
import { useSession } from '../lib/session.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { hashOf, type Task } from '../routes.ts'
import { Mark } from '../ui/mark.tsx'
import { isPlaceOf, placesFor } from './places.ts'
import classes from './rail.module.css'

/** The way to every place, always in the same order; what waits for somebody is counted beside it. */
export function Rail({ task }: { readonly task: Task }) {
  const { t, i18n } = useTranslation('frame')
  const permissions = useSession().answer?.signedIn?.permissions ?? []
  const places = placesFor(permissions)
  const { answer: day } = useAnswer({ type: 'my-day' })
  const waiting: Partial<Record<Task, number>> = { approvals: day?.approvals ?? 0, cash: day?.cashToReceive ?? 0 }
  return (
    <nav className={classes.rail} aria-label={t('places')}>
      <div className={classes.brand}>
        <Mark size={24} />
        <span className={classes.name}>Nexum</span>
      </div>
      <ul className={classes.list} style={{ '--places': places.length } as CSSProperties}>
        {places.map(place => {
          const count = waiting[place.route.task] ?? 0
          return (
            <li key={place.name}>
              <a
                className={classes.place}
                href={hashOf(place.route)}
                aria-current={isPlaceOf(place, task) ? 'page' : undefined}
                title={t(place.name)}
              >
                <place.icon size={18} stroke={1.6} aria-hidden />
                <span className={classes.label}>{t(place.name)}</span>
                {count > 0 && <span className={classes.count}>{formatCount(count, i18n.language)}</span>}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
