import type { ControlKind, LedgerAccountType } from '../ledger/ledger-account.ts'
import type { CreditLineProduct } from './credit-line-product.ts'
import type { LoanAccounts } from './loan-accounting.ts'
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
      return [{ field: 'controlAccount', code, type: 'asset', control: 'credit-line' }, ...creditAccounts(product)]
    case 'loan':
      return loanAccounts(product)
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

const creditAccounts = ({
  incomeAccount,
  receivableAccount,
  feeIncomeAccount,
}: CreditLineProduct): readonly ProductAccount[] => [
  { field: 'incomeAccount', code: incomeAccount, type: 'income' },
  { field: 'receivableAccount', code: receivableAccount, type: 'asset', control: 'credit-line' },
  { field: 'feeIncomeAccount', code: feeIncomeAccount, type: 'income' },
]

/** What belongs to single loans has them behind it: what they owe, and what is theirs. */
const loanAccountKinds: readonly (readonly [keyof LoanAccounts, Pick<ProductAccount, 'type' | 'control'>])[] = [
  ['interestReceivable', { type: 'asset', control: 'loan' }],
  ['feesReceivable', { type: 'asset', control: 'loan' }],
  ['penaltiesReceivable', { type: 'asset', control: 'loan' }],
  ['interestIncome', { type: 'income' }],
  ['feeIncome', { type: 'income' }],
  ['penaltyIncome', { type: 'income' }],
  ['unearnedInterest', { type: 'liability', control: 'loan' }],
  ['overpayments', { type: 'liability', control: 'loan' }],
  ['allowance', { type: 'asset' }],
  ['provisionExpense', { type: 'expense' }],
  ['writeOffExpense', { type: 'expense' }],
  ['recoveries', { type: 'income' }],
  ['insurancePayable', { type: 'liability' }],
]

function loanAccounts({ controlAccount, accounting: { accounts } }: LoanProduct): readonly ProductAccount[] {
  const others = loanAccountKinds.flatMap(([name, kind]): readonly ProductAccount[] => {
    const code = accounts[name]
    return code === undefined ? [] : [{ field: `accounting.accounts.${name}`, code, ...kind }]
  })
  return [{ field: 'controlAccount', code: controlAccount, type: 'asset', control: 'loan' }, ...others]
}
