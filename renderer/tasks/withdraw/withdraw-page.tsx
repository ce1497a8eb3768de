import { CashMovePage } from '../../counter/cash-move.tsx'

/** Cash out of a savings account. */
export const WithdrawPage = ({ accountId }: { readonly accountId: string }) => (
  <CashMovePage key={accountId} type="savings.withdraw" accountId={accountId} />
)
