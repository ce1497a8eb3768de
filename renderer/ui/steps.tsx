import { useTranslation } from 'react-i18next'
import { formatNumber } from '../lib/format-count.ts'
import classes from './steps.module.css'

/** Where one is in a short wizard. */
export function Steps({ labels, current }: { readonly labels: readonly string[]; readonly current: number }) {
  const { i18n } = useTranslation()
  return (
    <ol className={classes.steps}>
      {labels.map((label, index) => (
        <li
          className={classes.step}
          key={label}
          data-done={index < current || undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={classes.number}>{formatNumber(index + 1, i18n.language)}</span>
          {label}
        </li>
      ))}
    </ol>
  )
}
