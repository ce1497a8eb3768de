import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { ClientStrip } from '../../counter/account-strip.tsx'
import { usePermission } from '../../lib/session.ts'
import { goTo } from '../../routes.ts'
import { QuietAction } from '../../ui/action.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './holds.module.css'

/** Whose account it is: the client, and whoever holds it with them. */
export function AccountHolders({ account }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const { accountId, clientId, status } = account
  const mayChange = usePermission('open-account') && status !== 'closed' && status !== 'dormant'
  const others = account.holders.filter(holder => holder.clientId !== clientId)
  return (
    <Panel
      title={t(others.length > 0 ? 'holders' : 'client')}
      aside={
        <QuietAction shortcut="c" onAct={() => goTo({ task: 'client', clientId })}>
          {t('open-client')}
        </QuietAction>
      }
    >
      <ClientStrip account={account} />
      {others.length > 0 && (
        <ul className={classes.others}>
          {others.map(holder => (
            <li key={holder.clientId}>
              <bdi>{holder.name}</bdi> <bdi className={classes.detail}>{holder.number}</bdi>
            </li>
          ))}
          <li className={classes.detail}>{t(`signing-${account.signing}`)}</li>
        </ul>
      )}
      {mayChange && (
        <div className={classes.more}>
          <QuietAction shortcut="j" onAct={() => goTo({ task: 'holders', accountId })}>
            {t(others.length > 0 ? 'holders-change' : 'holders-add')}
          </QuietAction>
        </div>
      )}
    </Panel>
  )
}
