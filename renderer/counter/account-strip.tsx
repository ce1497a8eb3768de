import type { AccountAnswer } from '../../core/query/answers.ts'
import classes from './account-strip.module.css'
import { ClientPhoto } from './client-photo.tsx'

/** Whose money it is: face, name, client and account number, product. The last chance to see that it is the wrong person. */
export function AccountStrip({ account }: { readonly account: AccountAnswer }) {
  return (
    <div className={classes.strip}>
      <ClientPhoto clientId={account.clientId} name={account.clientName} size="small" />
      <div className={classes.words}>
        <div className={classes.name}>
          <bdi>{account.clientName}</bdi>
        </div>
        <div className={classes.detail}>
          <span>{account.productName}</span> <bdi>{account.number}</bdi>
        </div>
      </div>
    </div>
  )
}
