import type { AccountTask } from '../routes.ts'
import { AccountPage } from '../tasks/account/account-page.tsx'
import { DepositPage } from '../tasks/deposit/deposit-page.tsx'
import { HoldPage } from '../tasks/hold/hold-page.tsx'
import { HoldersPage } from '../tasks/holders/holders-page.tsx'
import { SavingsTransferPage } from '../tasks/savings-transfer/savings-transfer-page.tsx'
import { StandingInstructionPage } from '../tasks/standing-instruction/standing-instruction-page.tsx'
import { WithdrawPage } from '../tasks/withdraw/withdraw-page.tsx'

interface AccountScreenProps {
  readonly task: AccountTask
  readonly accountId: string
}

/** Everything that is done with one account. */
export function AccountScreen({ task, accountId }: AccountScreenProps) {
  switch (task) {
    case 'account':
      return <AccountPage accountId={accountId} />
    case 'deposit':
      return <DepositPage accountId={accountId} />
    case 'withdraw':
      return <WithdrawPage accountId={accountId} />
    case 'savings-transfer':
      return <SavingsTransferPage accountId={accountId} />
    case 'hold':
      return <HoldPage accountId={accountId} />
    case 'standing-instruction':
      return <StandingInstructionPage accountId={accountId} />
    case 'holders':
      return <HoldersPage accountId={accountId} />
  }
}
