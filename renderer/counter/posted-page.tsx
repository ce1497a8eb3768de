import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Effect, Outcome } from '../../core/command/outcome.ts'
import { PrimaryAction } from '../ui/action.tsx'
import { Badge } from '../ui/badge.tsx'
import { Page, Stack } from '../ui/page.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { EffectPanel } from './effect-panel.tsx'
import type { NamedBalance } from './effect-rows.tsx'
import classes from './posted-page.module.css'
import { ReceiptActions } from './receipt-actions.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { useRecordedWord } from './recorded-words.ts'
import { useEscape } from './use-escape.ts'

interface PostedPageProps {
  readonly title: string
  readonly outcome: Outcome
  /** What was shown before it was confirmed; absent when the form was found again after a crash. */
  readonly effect: Effect | undefined
  /** The balances that the person knows by another name, in the order in which to show them. */
  readonly names: readonly NamedBalance[]
  readonly onDone: () => void
  /** What it did where no balance changed. */
  readonly children?: ReactNode
}

/** What was done, with its number and its receipt, at once. Enter or Esc goes on to the account. */
export function PostedPage({ title, outcome, effect, names, onDone, children }: PostedPageProps) {
  const { t } = useTranslation('cash')
  const recorded = useRecordedWord()
  useEscape(onDone)
  const { receipt, record } = outcome
  return (
    <Page>
      <PageHeader
        title={title}
        {...(outcome.replayed ? { marks: <Badge tone="right">{t('posted-before')}</Badge> } : {})}
      />
      <div className={receipt === undefined ? '' : classes.posted}>
        {receipt !== undefined && <ReceiptView record={record} />}
        <Stack>
          <Panel title={recorded(outcome)}>
            <Stack>
              <div role="status" aria-label={recorded(outcome)}>
                {children}
                <EffectPanel effect={effectOf(outcome, effect)} isSettled isDone names={names} />
              </div>
              {receipt !== undefined && <ReceiptActions record={record} />}
              <PrimaryAction shortcut="enter" onAct={onDone} autoFocus>
                {t('done')}
              </PrimaryAction>
            </Stack>
          </Panel>
        </Stack>
      </div>
    </Page>
  )
}

/** The balances as they were booked, with the names and the funds that the preview knew. */
const effectOf = ({ type, balances }: Outcome, shown: Effect | undefined): Effect => ({
  type,
  entries: [],
  funds: shown?.funds ?? [],
  ...(shown?.notices ? { notices: shown.notices } : {}),
  ...(shown?.loan ? { loan: shown.loan } : {}),
  balances: balances.map(balance => {
    const owner = shown?.balances.find(({ subAccount }) => subAccount === balance.subAccount)?.owner
    return owner ? { ...balance, owner } : balance
  }),
})
