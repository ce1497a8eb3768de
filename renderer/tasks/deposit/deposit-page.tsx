import { CashMovePage } from '../../counter/cash-move.tsx'

/** Cash in, for a savings account. */
export const DepositPage = ({ accountId }: { readonly accountId: string }) => (
  <CashMovePage key={accountId} type="savings.deposit" accountId={accountId} />
)
