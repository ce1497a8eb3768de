import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import type { CollateralRow, GuarantorRow, LoanSecurityAnswer } from '../../../core/query/loan-security-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { formatPercentRate } from '../../lib/read-percent.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Action } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Money } from '../../ui/money.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AddGuarantor } from './add-guarantor.tsx'
import { GuarantorPays } from './guarantor-pays.tsx'
import classes from './loan-application.module.css'
import { PledgePapers } from './pledge-papers.tsx'
import { PledgeThing } from './pledge-thing.tsx'
import { type Releasable, ReleaseSecurity } from './release-security.tsx'
import { type HeldForLoan, TakeHeld } from './take-held.tsx'

type Opened =
  | { readonly what: 'guarantor' | 'pledge' }
  | { readonly what: 'release'; readonly of: Releasable }
  | { readonly what: 'take'; readonly of: HeldForLoan }
  | { readonly what: 'pays'; readonly of: GuarantorRow }

/** What stands for a loan: who guarantees it, what is pledged, what of the borrower's own savings is held. */
export function LoanSecurity({ loan }: { readonly loan: LoanAnswer }) {
  const { t } = useTranslation('loan-application')
  const { answer: security } = useAnswer({ type: 'loan-security', loanId: loan.loanId })
  const mayOpen = usePermission('open-account')
  const mayApprove = usePermission('approve')
  const mayCollect = usePermission('cash-in')
  const [opened, setOpened] = useState<Opened>()
  if (!security) return null
  const { guarantors, collateral } = security
  const maySecure = mayOpen && loan.possible.includes('secure')
  const release =
    mayOpen && loan.possible.includes('release-security')
      ? (of: Releasable) => setOpened({ what: 'release', of })
      : undefined
  const take = mayApprove && mayTake(loan) ? (of: HeldForLoan) => setOpened({ what: 'take', of }) : undefined
  const pays = mayCollect && mayTake(loan) ? (of: GuarantorRow) => setOpened({ what: 'pays', of }) : undefined
  const close = () => setOpened(undefined)
  return (
    <Panel title={t('security')}>
      <Stack>
        <SecurityFacts security={security} />
        {guarantors.map(row => (
          <Guarantor
            key={row.guaranteeId}
            row={row}
            security={security}
            onRelease={release}
            onTake={take}
            onPays={pays}
          />
        ))}
        {take &&
          security.savings.map(held => (
            <div key={held.holdId} className={classes.secured}>
              <div className={classes.about}>{t('savings-held', { number: held.number })}</div>
              <Action onAct={() => take(held)}>{t('take-held')}</Action>
            </div>
          ))}
        {collateral.map(row => (
          <div key={row.collateralId} className={classes.pledged}>
            <Pledged row={row} security={security} onRelease={release} />
            <PledgePapers loanId={loan.loanId} row={row} />
          </div>
        ))}
        {maySecure && (
          <div className={classes.acts}>
            <Action shortcut="g" onAct={() => setOpened({ what: 'guarantor' })}>
              {t('add-guarantor')}
            </Action>
            <Action shortcut="p" onAct={() => setOpened({ what: 'pledge' })}>
              {t('add-pledge')}
            </Action>
          </div>
        )}
      </Stack>
      {opened?.what === 'guarantor' && <AddGuarantor loan={loan} security={security} onClose={close} />}
      {opened?.what === 'pledge' && <PledgeThing loan={loan} onClose={close} />}
      {opened?.what === 'pays' && <GuarantorPays loan={loan} of={opened.of} onClose={close} />}
      {opened?.what === 'take' && <TakeHeld loan={loan} of={opened.of} onClose={close} />}
      {opened?.what === 'release' && <ReleaseSecurity loan={loan} of={opened.of} onClose={close} />}
    </Panel>
  )
}

/** What is held is taken once something is past due, or was given up. */
const mayTake = ({ state, arrearsMinor }: LoanAnswer): boolean => state === 'written-off' || arrearsMinor > 0n

function SecurityFacts({ security }: { readonly security: LoanSecurityAnswer }) {
  const { t, i18n } = useTranslation('loan-application')
  const { currency, guarantors, guarantorsMin, guaranteedMinor, collateralMinor, savings, savingsNeededMinor } =
    security
  const standing = guarantors.filter(row => row.standing === 'standing').length
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={currency} />
  const percent = security.loanToValuePercent
  return (
    <Facts
      facts={[
        [
          t('guarantors'),
          guarantorsMin > 0
            ? t('given-of', { given: standing, needed: guarantorsMin })
            : formatCount(standing, i18n.language),
        ],
        [t('guaranteed'), guaranteedMinor > 0n && money(guaranteedMinor)],
        [t('pledged'), collateralMinor > 0n && money(collateralMinor)],
        [t('loan-to-value'), percent !== undefined && <bdi>{formatPercentRate(percent, i18n.language)}</bdi>],
        [t('savings-needed'), savingsNeededMinor > 0n && money(savingsNeededMinor)],
        ...savings.map(({ number, heldMinor }) => [t('savings-held', { number }), money(heldMinor)] as const),
      ]}
    />
  )
}

interface RowProps<Row> {
  readonly row: Row
  readonly security: LoanSecurityAnswer
  readonly onRelease: ((of: Releasable) => void) | undefined
}

interface GuarantorProps extends RowProps<GuarantorRow> {
  readonly onTake: ((of: HeldForLoan) => void) | undefined
  readonly onPays: ((of: GuarantorRow) => void) | undefined
}

function Guarantor({ row, security: { currency }, onRelease, onTake, onPays }: GuarantorProps) {
  const { t } = useTranslation('loan-application')
  const { guaranteeId, name, coversMinor, heldMinor, calledMinor, holdId, account, standing } = row
  return (
    <div className={classes.secured}>
      <div>
        <bdi className={classes.step}>{name}</bdi>{' '}
        {standing !== 'standing' && <Badge>{t(`standing-${standing}`)}</Badge>}
        <div className={classes.about}>
          {t('covers')} <Money amountMinor={coversMinor} currency={currency} />
          {account && (
            <>
              {' · '}
              {t('held-on', { number: account.number })} <Money amountMinor={heldMinor} currency={currency} />
            </>
          )}
          {calledMinor > 0n && (
            <>
              {' · '}
              {t('called')} <Money amountMinor={calledMinor} currency={currency} />
            </>
          )}
        </div>
      </div>
      {standing === 'standing' && onPays && <Action onAct={() => onPays(row)}>{t('guarantor-pays')}</Action>}
      {standing === 'standing' && onTake && account && holdId && heldMinor > 0n && (
        <Action onAct={() => onTake({ holdId, number: account.number, heldMinor })}>{t('take-held')}</Action>
      )}
      {standing === 'standing' && onRelease && (
        <Action onAct={() => onRelease({ kind: 'guarantor', guaranteeId, name })}>{t('release')}</Action>
      )}
    </div>
  )
}

function Pledged({ row, security: { currency }, onRelease }: RowProps<CollateralRow>) {
  const { t } = useTranslation('loan-application')
  const { collateralId, kind, description, owner, reference, valueMinor, standing } = row
  return (
    <div className={classes.secured}>
      <div>
        <bdi className={classes.step}>{description || t(`collateral-${kind}`)}</bdi>{' '}
        {standing !== 'standing' && <Badge>{t(`standing-${standing}`)}</Badge>}
        <div className={classes.about}>
          {t(`collateral-${kind}`)} · <bdi>{owner}</bdi> {reference && <bdi>· {reference}</bdi>} ·{' '}
          <Money amountMinor={valueMinor} currency={currency} />
        </div>
      </div>
      {standing === 'standing' && onRelease && (
        <Action onAct={() => onRelease({ kind: 'collateral', collateralId, name: description })}>{t('release')}</Action>
      )}
    </div>
  )
}
