import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './cover.module.css'
import { Guilloche } from './guilloche.tsx'
import { Mark } from './mark.tsx'

interface CoverProps {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly children?: ReactNode
  /** Under the sheet, quiet: another way, the language. */
  readonly foot?: ReactNode
  readonly width?: 'narrow' | 'usual' | 'wide'
}

/** The window while nobody works in it: one sheet in the middle, the product's name at its side. */
export function Cover({ title, subtitle, children, foot, width = 'usual' }: CoverProps) {
  const { t } = useTranslation('frame')
  return (
    <div className={classes.cover}>
      <aside className={classes.side}>
        <div className={classes.brand}>
          <Mark size={30} />
          <span>Nexum Branch</span>
        </div>
        <p className={classes.promise}>{t('promise')}</p>
        <Guilloche className={classes.lines} />
      </aside>
      <main className={classes.main}>
        <div className={classes.sheet} data-width={width}>
          <h1 className={classes.title}>{title}</h1>
          {subtitle && <p className={classes.subtitle}>{subtitle}</p>}
          {children}
          {foot && <div className={classes.foot}>{foot}</div>}
        </div>
      </main>
    </div>
  )
}
