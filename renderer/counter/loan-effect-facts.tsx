import { useTranslation } from 'react-i18next'
import type { LoanEffect, LoanStanding } from '../../core/command/outcome.ts'
import { components, type Portions } from '../../core/loan-life/portions.ts'
import { formatDate } from '../lib/format-date.ts'
import { isolate } from '../lib/isolate.ts'
import { Money } from '../ui/money.tsx'
import classes from './effect-panel.module.css'
import { Facts } from './facts.tsx'
import { LoanStateBadge } from './loan-state-badge.tsx'

/** What an operation comes to on a loan, and how the loan stands before and after it. Rule: W68. */
export function LoanEffectFacts({ effect }: { readonly effect: LoanEffect }) {
  const { t } = useTranslation('loan')
  const { before, after, currency, keptBackMinor, amountMinor, portions, adjusted, paysOff } = effect
  const money = (minor: bigint) => <Money amountMinor={minor} currency={currency} />
  const partsOf = (parts: Portions) =>
    components.map(part => [t(`part-${part}`), parts[part] !== 0n && money(parts[part])] as const)
  return (
    <>
      <Facts
        facts={[
          [t('kept-back'), keptBackMinor > 0n && money(keptBackMinor)],
          [
            paysOff ? t('pays-off-loan', { number: isolate(paysOff.number) }) : '',
            paysOff && money(paysOff.amountMinor),
          ],
          [t('in-hand'), (keptBackMinor > 0n || paysOff) && money(amountMinor)],
          ...partsOf(portions),
          [t('overpaid'), after.overpaidMinor > 0n && money(after.overpaidMinor)],
        ]}
      />
      <Standings before={before} after={after} currency={currency} />
      {adjusted && (
        <div>
          <div>{t('changed')}</div>
          <Facts facts={partsOf(adjusted)} />
        </div>
      )}
    </>
  )
}

type StandingsProps = Pick<LoanEffect, 'before' | 'after' | 'currency'>

function Standings({ before, after, currency }: StandingsProps) {
  const { t } = useTranslation('loan')
  const money = (minor: bigint) => <Money aligned amountMinor={minor} currency={currency} />
  const rows = [
    { name: t('outstanding'), of: ({ outstanding }: LoanStanding) => money(outstanding.principal) },
    { name: t('settles-it'), of: ({ payoffMinor }: LoanStanding) => money(payoffMinor) },
    { name: t('next-due'), of: (standing: LoanStanding) => <NextDue standing={standing} currency={currency} /> },
    { name: t('state'), of: ({ state }: LoanStanding) => <LoanStateBadge state={state} /> },
  ]
  return (
    <table className={classes.table} aria-label={t('the-loan')}>
      <thead>
        <tr>
          <th scope="col">{t('the-loan')}</th>
          <th scope="col">{t('plan-before')}</th>
          <th scope="col">{t('plan-after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, of }) => (
          <tr key={name}>
            <td>{name}</td>
            <td>{of(before)}</td>
            <td>{of(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface NextDueProps extends Pick<LoanEffect, 'currency'> {
  readonly standing: Pick<LoanStanding, 'next'>
}

/** What is due next, and when. */
export function NextDue({ standing: { next }, currency }: NextDueProps) {
  const { t, i18n } = useTranslation('loan')
  if (!next) return t('nothing')
  return (
    <>
      <Money amountMinor={next.amountMinor} currency={currency} />
      <span className={classes.number}>{formatDate(next.dueOn, i18n.language)}</span>
    </>
  )
}
