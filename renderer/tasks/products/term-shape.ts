import type { ControlKind, LedgerAccountType } from '../../../core/ledger/ledger-account.ts'
import type { ProductKind } from '../../../core/products/product.ts'

/** How a term of a product is typed, and so how it is read and told. `order` is of the components of what is owed. */
export type TermShape =
  | { readonly value: 'words' | 'id' | 'money' | 'percent' | 'count' | 'date' | 'yes-no' | 'order' }
  /** A switch says whether there are the terms under it, and nothing else. */
  | { readonly value: 'choice'; readonly choices: readonly string[]; readonly isSwitch?: true }
  | { readonly value: 'ledger'; readonly type: LedgerAccountType; readonly control?: ControlKind }

interface Asked {
  /** Left empty, or chosen to be `none`, the product does not say it. */
  readonly isOptional?: true
  /** Left empty, it is nothing: a minimum that is none. */
  readonly isZeroWhenEmpty?: true
  /** It is asked for only where this other term has this value. */
  readonly where?: readonly [field: string, value: string]
}

/** A term by its path in the product, such as `fees.closingMinor`. */
export type ProductField = TermShape &
  Asked & {
    readonly field: string
    /** The kinds of product that say it; all of them when left out. */
    readonly kinds?: readonly ProductKind[]
  }

/** A term of each row of a list; `where` names another term of the row. */
export type RowField = TermShape & Asked & { readonly field: string }

export const yesOrNo = { value: 'choice', choices: ['yes', 'no'], isSwitch: true } as const
export const money = { value: 'money', isOptional: true } as const
export const minimum = { value: 'money', isZeroWhenEmpty: true } as const
