import type { ReactNode } from 'react'
import { Guilloche } from '../ui/guilloche.tsx'
import sheet from './sheet.module.css'

/** Letters beyond which the institution's name is set smaller. */
const longName = 60

interface SheetHeadProps {
  readonly model: { readonly institutionName: string; readonly branchName: string; readonly branchCode: string }
  readonly title: string
  /** What clients take home has the rosette behind it, which a copier does not keep. */
  readonly hasRosette?: boolean
  /** Below the title. */
  readonly children?: ReactNode
}

/** The head of the first A4 page of a paper: whose it is, and what it is. */
export const SheetHead = ({ model, title, hasRosette = false, children }: SheetHeadProps) => (
  <header className={sheet.head}>
    {hasRosette && <Guilloche className={sheet.rosette} />}
    <div className={sheet.house}>
      <div className={sheet.institution} data-long={model.institutionName.length > longName}>
        <bdi>{model.institutionName}</bdi>
      </div>
      <div className={sheet.quiet}>
        <bdi>{model.branchName}</bdi> <bdi>({model.branchCode})</bdi>
      </div>
    </div>
    <div className={sheet.title}>
      <h1>{title}</h1>
      {children}
    </div>
  </header>
)
