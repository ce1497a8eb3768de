import type { AccountAnswer } from '../../core/query/savings-answers.ts'
import { Money } from '../ui/money.tsx'
import { AccountStrip } from './account-strip.tsx'

interface SignSummaryProps {
  readonly title: string
  readonly account: AccountAnswer
  readonly amountMinor: bigint
}

/** What the second person puts their name to. */
export const SignSummary = ({ title, account, amountMinor }: SignSummaryProps) => (
  <div>
    <AccountStrip account={account} />
    <p>
      {title}: <Money amountMinor={amountMinor} currency={account.currency} strong />
    </p>
  </div>
)
