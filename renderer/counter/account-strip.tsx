import type { ReactNode } from 'react'
import type { AccountAnswer } from '../../core/query/savings-answers.ts'
import classes from './account-strip.module.css'
import { ClientPhoto } from './client-photo.tsx'

/** Whose money it is: face, name, client and account number, product. The last chance to see that it is the wrong person. */
export const AccountStrip = ({ account }: { readonly account: AccountAnswer }) => (
  <Strip account={account}>
    <bdi>{account.productName}</bdi>
    <bdi>{account.number}</bdi>
  </Strip>
)

/** The same person where the account is known already: the client's own number. */
export const ClientStrip = ({ account }: { readonly account: AccountAnswer }) => (
  <Strip account={account}>
    <bdi>{account.clientNumber}</bdi>
  </Strip>
)

function Strip({ account, children }: { readonly account: AccountAnswer; readonly children: ReactNode }) {
  return (
    <div className={classes.strip}>
      <ClientPhoto clientId={account.clientId} name={account.clientName} size="small" />
      <div className={classes.words}>
        <div className={classes.name}>
          <bdi>{account.clientName}</bdi>
        </div>
        <div className={classes.detail}>{children}</div>
      </div>
    </div>
  )
}
