import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientAnswer } from '../../../core/query/client-answers.ts'
import { RecentOperations } from '../../counter/recent-operations.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ClientAccounts } from './client-accounts.tsx'
import { ClientIdentity } from './client-identity.tsx'
import { ClientLoans } from './client-loans.tsx'
import { OpenAccount, type WayToProduct } from './open-account.tsx'

/** One client: who it is, what they have here, and what happened lately. */
export function ClientPage({ clientId }: { readonly clientId: string }) {
  const { answer, refusal } = useAnswer({ type: 'client', clientId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return answer ? <Client client={answer} /> : null
}

function Client({ client }: { readonly client: ClientAnswer }) {
  const { t } = useTranslation('clients')
  const [opening, setOpening] = useState<WayToProduct>()
  const mayEdit = usePermission('register-client')
  const mayOpen = usePermission('open-account')
  return (
    <Page>
      <PageHeader
        title={client.name}
        subtitle={<bdi>{client.number}</bdi>}
        actions={
          <>
            {mayOpen && (
              <PrimaryAction shortcut="o" onAct={() => setOpening('all')}>
                {t('open-account')}
              </PrimaryAction>
            )}
            {mayOpen && (
              <Action shortcut="f" onAct={() => setOpening('advice')}>
                {t('find-fitting')}
              </Action>
            )}
            {mayOpen && (
              <Action shortcut="l" onAct={() => goTo({ task: 'new-loan', clientId: client.clientId })}>
                {t('new-loan')}
              </Action>
            )}
            <Action shortcut="g" onAct={() => goTo({ task: 'client-groups', clientId: client.clientId })}>
              {t('groups', { ns: 'groups' })}
            </Action>
            {mayEdit && (
              <Action shortcut="e" onAct={() => goTo({ task: 'edit-client', clientId: client.clientId })}>
                {t('edit')}
              </Action>
            )}
          </>
        }
      />
      <Columns lead>
        <Stack>
          <ClientAccounts client={client} />
          <ClientLoans clientId={client.clientId} />
          {client.accounts.map(account => (
            <RecentOperations key={account.accountId} account={account} />
          ))}
        </Stack>
        <ClientIdentity client={client} />
      </Columns>
      {opening && <OpenAccount client={client} begin={opening} onClose={() => setOpening(undefined)} />}
    </Page>
  )
}
