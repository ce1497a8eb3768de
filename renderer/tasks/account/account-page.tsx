import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { AccountAsleep } from './account-asleep.tsx'
import { AccountFigures } from './account-figures.tsx'
import { AccountHolders } from './account-holders.tsx'
import { AccountStatement } from './account-statement.tsx'
import { BelowAlert } from './below-alert.tsx'
import { CloseAccount } from './close-account.tsx'
import { Holds } from './holds.tsx'
import { ProductTerms } from './product-terms.tsx'
import { StandingInstructions } from './standing-instructions.tsx'
import { StatementPaper } from './statement-paper.tsx'

/** One savings account: what lies in it, what moved, and everything that can be done with it. */
export function AccountPage({ accountId }: { readonly accountId: string }) {
  const { answer: account, refusal } = useAnswer({ type: 'account', accountId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return account ? <Account account={account} /> : null
}

function Account({ account }: { readonly account: AccountAnswer }) {
  const [isPrinting, setIsPrinting] = useState(false)
  const [isClosing, setIsClosing] = useState(false)
  return (
    <Page>
      <PageHeader
        title={account.clientName}
        subtitle={
          <>
            {account.productName} · <bdi>{account.number}</bdi>
          </>
        }
        marks={<AccountMarks account={account} />}
        actions={
          <AccountActions
            account={account}
            onStatement={() => setIsPrinting(true)}
            onClosing={() => setIsClosing(true)}
          />
        }
      />
      {account.status === 'dormant' && <AccountAsleep account={account} />}
      <BelowAlert account={account} />
      <AccountFigures account={account} />
      <Columns lead>
        <AccountStatement account={account} />
        <Stack>
          <AccountHolders account={account} />
          <Holds account={account} />
          <StandingInstructions account={account} />
          <ProductTerms account={account} />
        </Stack>
      </Columns>
      {isClosing && <CloseAccount account={account} onClose={() => setIsClosing(false)} />}
      {isPrinting && <StatementPaper account={account} onClose={() => setIsPrinting(false)} />}
    </Page>
  )
}

function AccountMarks({ account }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  return (
    <>
      {account.status !== 'active' && (
        <Badge tone={account.status === 'dormant' ? 'waiting' : 'neutral'}>{t(`status-${account.status}`)}</Badge>
      )}
      {!account.custodian.here && (
        <Badge tone="waiting">{t('kept-by', { device: account.custodian.deviceCode })}</Badge>
      )}
    </>
  )
}

interface AccountActionsProps {
  readonly account: AccountAnswer
  readonly onStatement: () => void
  readonly onClosing: () => void
}

function AccountActions({ account: { accountId, status, custodian }, onStatement, onClosing }: AccountActionsProps) {
  const { t } = useTranslation('savings')
  const mayTake = usePermission('cash-in')
  const mayPay = usePermission('cash-out')
  const mayHold = usePermission('hold')
  const isWorking = status === 'active' || status === 'inactive'
  return (
    <>
      {isWorking && mayTake && (
        <PrimaryAction shortcut="d" onAct={() => goTo({ task: 'deposit', accountId })}>
          {t('deposit')}
        </PrimaryAction>
      )}
      {isWorking && mayPay && (
        <Action shortcut="w" onAct={() => goTo({ task: 'withdraw', accountId })}>
          {t('withdrawal')}
        </Action>
      )}
      {isWorking && mayPay && (
        <Action shortcut="t" onAct={() => goTo({ task: 'savings-transfer', accountId })}>
          {t('transfer')}
        </Action>
      )}
      {isWorking && mayHold && (
        <Action shortcut="h" onAct={() => goTo({ task: 'hold', accountId })}>
          {t('hold')}
        </Action>
      )}
      <Action shortcut="s" onAct={onStatement}>
        {t('statement')}
      </Action>
      {isWorking && mayPay && custodian.here && <Action onAct={onClosing}>{t('close-account')}</Action>}
    </>
  )
}
