import { useTranslation } from 'react-i18next'
import type { BalanceEffect, Outcome } from '../../core/command/outcome.ts'
import { PrimaryAction } from '../ui/action.tsx'
import { Badge } from '../ui/badge.tsx'
import type { NamedBalance } from '../ui/effect-panel.tsx'
import { Money } from '../ui/money.tsx'
import { Page, Stack } from '../ui/page.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { Facts } from './facts.tsx'
import classes from './posted-page.module.css'
import { ReceiptActions } from './receipt-actions.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { useEscape } from './use-escape.ts'

interface PostedPageProps {
  readonly title: string
  readonly outcome: Outcome
  /** The balances that the person knows by another name than the chart's, in the order in which to show them. */
  readonly names: readonly Pick<NamedBalance, 'subAccount' | 'name'>[]
  readonly onDone: () => void
}

/** What was posted, with its number and its receipt, at once. Enter or Esc goes on to the account. */
export function PostedPage({ title, outcome, names, onDone }: PostedPageProps) {
  const { t } = useTranslation('cash')
  useEscape(onDone)
  const { receipt, record } = outcome
  const facts = [
    [t('receipt-number'), receipt],
    [t('record-number'), record.seq],
    ...named(outcome.balances, names).map(
      ([name, balance]) => [name, <After key={balance.subAccount} balance={balance} />] as const,
    ),
  ] as const
  return (
    <Page>
      <PageHeader
        title={title}
        marks={<Badge tone="right">{outcome.replayed ? t('posted-before') : t('posted')}</Badge>}
      />
      <div className={receipt === undefined ? '' : classes.posted}>
        {receipt !== undefined && <ReceiptView record={record} />}
        <Stack>
          <Panel title={t('posted-title')}>
            <Stack>
              <div role="status">
                <Facts facts={facts} />
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

type Names = PostedPageProps['names']

function named(balances: readonly BalanceEffect[], names: Names): readonly (readonly [string, BalanceEffect])[] {
  const place = ({ subAccount }: BalanceEffect): number => {
    const index = names.findIndex(known => known.subAccount === subAccount)
    return index < 0 ? names.length : index
  }
  return [...balances]
    .sort((a, b) => place(a) - place(b))
    .map(balance => [names[place(balance)]?.name ?? balance.accountName, balance] as const)
}

const After = ({ balance }: { readonly balance: BalanceEffect }) => (
  <Money amountMinor={balance.afterMinor} currency={balance.currency} strong />
)
