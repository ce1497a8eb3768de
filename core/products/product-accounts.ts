import type { ControlKind, LedgerAccountType } from '../ledger/ledger-account.ts'
import type { CreditLineProduct } from './credit-line-product.ts'
import type { LoanProduct } from './loan-product.ts'
import type { Product } from './product.ts'

/** An account of the ledger that a product books to: the field that names it, and what it must be. */
export interface ProductAccount {
  readonly field: string
  readonly code: string
  readonly type: LedgerAccountType
  /** The kind of sub-accounts behind it; absent where none stand there. */
  readonly control?: ControlKind
}

/** Every account of the ledger that a product names, its control account first. */
export function accountsOf(product: Product): readonly ProductAccount[] {
  const { controlAccount: code } = product
  switch (product.kind) {
    case 'credit-line':
      return [
        { field: 'controlAccount', code, type: 'asset', control: 'credit-line' },
        ...creditAccounts(product, 'credit-line'),
      ]
    case 'loan':
      return [{ field: 'controlAccount', code, type: 'asset', control: 'loan' }, ...creditAccounts(product, 'loan')]
    case 'passbook':
    case 'current':
    case 'fixed':
    case 'recurring':
    case 'compulsory': {
      const { fees, interest } = product
      const overdraft = product.kind === 'current' ? product.overdraft : undefined
      const control = 'overdraft'
      return [
        { field: 'controlAccount', code, type: 'liability', control: 'savings' },
        { field: 'fees.incomeAccount', code: fees.incomeAccount, type: 'income' },
        ...(interest
          ? ([
              { field: 'interest.expenseAccount', code: interest.expenseAccount, type: 'expense' },
              { field: 'interest.payableAccount', code: interest.payableAccount, type: 'liability' },
              { field: 'interest.taxAccount', code: interest.taxAccount, type: 'liability' },
            ] as const)
          : []),
        ...(overdraft
          ? ([
              { field: 'overdraft.principalAccount', code: overdraft.principalAccount, type: 'asset', control },
              { field: 'overdraft.receivableAccount', code: overdraft.receivableAccount, type: 'asset', control },
              { field: 'overdraft.incomeAccount', code: overdraft.incomeAccount, type: 'income' },
            ] as const)
          : []),
      ]
    }
  }
}

const creditAccounts = (
  { incomeAccount, receivableAccount, feeIncomeAccount }: CreditLineProduct | LoanProduct,
  control: ControlKind,
): readonly ProductAccount[] => [
  { field: 'incomeAccount', code: incomeAccount, type: 'income' },
  { field: 'receivableAccount', code: receivableAccount, type: 'asset', control },
  { field: 'feeIncomeAccount', code: feeIncomeAccount, type: 'income' },
]
