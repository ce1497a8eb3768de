import type { LimitName, Role } from '../../../core/authority/roles.ts'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import type { JournalCommand } from '../../../core/command/command.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { limitsOfRole } from '../../../core/institution/limits-template.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { DepositProduct } from '../../../core/products/deposit-product.ts'

/** Who acts, and who has signed with them. */
export interface Who {
  readonly role: Role
  readonly second: Role | null
}

export interface Drawer {
  readonly id: string
  readonly keeper: Role
  readonly currency: CurrencyCode
  isOpen: boolean
}

export interface Account {
  readonly id: string
  readonly product: DepositProduct
  readonly client: string
  readonly openedOn: string
  readonly maturesOn: string | null
  readonly installment: bigint | null
  isOpen: boolean
  /** What another account had left was paid into it, and stays there. */
  gotWhatWasLeft: boolean
  paidIn: bigint
  overdraft: bigint
  others: readonly string[]
  signing: 'any' | 'all'
  /** By business date. */
  readonly withdrawn: Map<string, bigint>
  readonly operated: Map<string, bigint>
}

export interface Hold {
  readonly id: string
  readonly account: Account
  readonly amount: bigint
  readonly reason: string
  readonly expiresOn: string | null
  isOpen: boolean
}

/** Where cash is sent from or to; a bank's account has no sub-ledger. */
export interface Place {
  readonly kind: 'vault' | 'drawer' | 'bank'
  readonly account: string
  readonly sub: string
  readonly drawer?: Drawer
}

export interface Sent {
  readonly id: string
  readonly from: Place
  readonly to: Place
  readonly currency: CurrencyCode
  readonly amount: bigint
  readonly by: Role
  readonly day: string
  isOpen: boolean
}

export interface Line {
  readonly account: string
  readonly sub: string
  readonly currency: CurrencyCode
  readonly amount: bigint
}

/** What can be reversed: its lines, and what it did to the clients' limits. */
export interface Done {
  readonly record: RecordRef
  readonly lines: readonly Line[]
  readonly kind: 'cash' | 'exchange' | 'journal'
  /** What counts against the limit of who reverses it. */
  readonly amount: bigint
  readonly currency: CurrencyCode
  readonly day: string
  /** Of a journal: the day from which it counts. */
  readonly countsFrom?: string
  readonly accounts: readonly Account[]
  /** Those that its cash went through. */
  readonly drawers: readonly Drawer[]
  /** Takes back what counted against limits. */
  readonly uncount: () => void
  readonly hasReceipt: boolean
  isReversed: boolean
}

export interface Request {
  readonly record: RecordRef
  readonly command: JournalCommand
  readonly maker: Role
  readonly day: string
  isOpen: boolean
}

/** In tenths of a shilling for a dollar. */
export interface Rate {
  readonly buy: bigint
  readonly mid: bigint
  readonly sell: bigint
}

export const codes = {
  vault: '1110',
  drawers: '1120',
  transit: '1140',
  position: '1410',
  counterValue: '1420',
  gains: '4500',
  losses: '5500',
  revaluationGains: '4510',
  revaluationLosses: '5510',
  retained: '3200',
  over: '4910',
  short: '5910',
} as const

const overseers: readonly Role[] = ['manager', 'head-office']
export const oversees = (role: Role | null): boolean => role !== null && overseers.includes(role)

/**
 * The books as somebody would keep them who has a sheet of paper for every account and no journal: sums by account, sub-account and
 * currency, debits less credits. Nothing here reads the database or calls a verb.
 */
export class World {
  readonly raw = new Map<string, bigint>()
  /** Everything that was ever posted, with the day from which it counts. */
  readonly posted: (Line & { readonly countsFrom: string })[] = []
  day: string | null = null
  readonly foundedOn: string
  lastDay: string
  readonly vaultId: string
  readonly rates: (Rate & { readonly from: string })[] = []
  /** Of the position in dollars. */
  revaluedOn = ''
  closedMonths: readonly string[] = []
  /** Of each closing of a year that stands: what it carried. */
  readonly closedYears = new Map<number, readonly Line[]>()
  readonly drawers: Drawer[] = []
  readonly clients: string[] = []
  readonly accounts: Account[] = []
  readonly holds: Hold[] = []
  readonly sent: Sent[] = []
  readonly done: Done[] = []
  readonly requests: Request[] = []
  readonly banks: { readonly id: string; readonly account: string }[] = []
  readonly instructions: { readonly id: string; readonly account: Account; isOpen: boolean }[] = []
  /** Places of cash, by currency: on which day each was counted last, and on which first it moved since. */
  readonly countedOn = new Map<string, string>()
  readonly movedSince = new Map<string, string>()

  constructor(vaultId: string, openingVault: bigint, foundedOn: string) {
    this.vaultId = vaultId
    this.foundedOn = foundedOn
    this.lastDay = addDays(businessDate(foundedOn), -1)
    this.post([
      { account: codes.vault, sub: vaultId, currency: 'KES', amount: openingVault },
      { account: '3100', sub: '', currency: 'KES', amount: -openingVault },
    ])
    this.movedSince.clear()
  }

  /** The newest that was said of the dollar. */
  get rate(): Rate | null {
    return this.rates.at(-1) ?? null
  }
  set rate(said: Rate | null) {
    if (said) this.rates.push({ ...said, from: this.lastDay })
  }

  of(account: string, sub: string, currency: CurrencyCode): bigint {
    return this.raw.get(`${account}/${sub}/${currency}`) ?? 0n
  }

  post(lines: readonly Line[], countsFrom = this.day ?? this.lastDay): void {
    for (const line of lines) {
      const { account, sub, currency, amount } = line
      this.posted.push({ ...line, countsFrom })
      const key = `${account}/${sub}/${currency}`
      this.raw.set(key, (this.raw.get(key) ?? 0n) + amount)
      if (account === codes.vault || account === codes.drawers) this.moved(`${sub}/${currency}`)
    }
    for (const account of this.accounts) if (lines.some(({ sub }) => sub === account.id)) this.sort(account)
  }

  /** What counts up to a day, of the lines that are meant. */
  upTo(date: string, isMeant: (line: Line) => boolean): bigint {
    return this.posted.reduce((sum, line) => (line.countsFrom <= date && isMeant(line) ? sum + line.amount : sum), 0n)
  }

  /** What a client owes by an overdraft lies on another sheet than what a client has. */
  private sort({ id, product }: Account): void {
    if (product.kind !== 'current' || !product.overdraft) return
    const sheets = [product.controlAccount, product.overdraft.principalAccount] as const
    const total = this.of(sheets[0], id, 'KES') + this.of(sheets[1], id, 'KES')
    this.raw.set(`${sheets[0]}/${id}/KES`, total < 0n ? total : 0n)
    this.raw.set(`${sheets[1]}/${id}/KES`, total > 0n ? total : 0n)
  }

  /** Debits the one and credits the other; nothing for nothing. */
  transfer(
    debit: { readonly account: string; readonly sub: string },
    credit: { readonly account: string; readonly sub: string },
    amount: bigint,
    currency: CurrencyCode,
  ): readonly Line[] {
    const lines =
      amount === 0n
        ? []
        : [
            { account: debit.account, sub: debit.sub, currency, amount },
            { account: credit.account, sub: credit.sub, currency, amount: -amount },
          ]
    this.post(lines)
    return lines
  }

  private moved(place: string): void {
    if (!this.movedSince.has(place)) this.movedSince.set(place, this.day ?? this.lastDay)
  }

  /** The currencies of the vault that moved since they were counted, with the day on which they first did. */
  get uncountedVault(): readonly (readonly [place: string, day: string])[] {
    return [...this.movedSince].filter(([place]) => place.startsWith(this.vaultId))
  }

  counted(sub: string, currency: CurrencyCode): void {
    this.countedOn.set(`${sub}/${currency}`, this.today())
    this.movedSince.delete(`${sub}/${currency}`)
  }

  today(): string {
    if (this.day === null) throw new Error('a day is open')
    return this.day
  }

  drawerOf(role: Role, currency: CurrencyCode): Drawer | undefined {
    return this.drawers.find(one => one.isOpen && one.keeper === role && one.currency === currency)
  }
  cashIn({ id, currency }: Drawer): bigint {
    return this.of(codes.drawers, id, currency)
  }
  balance({ id, product }: Account): bigint {
    const owed = product.kind === 'current' && product.overdraft ? product.overdraft.principalAccount : null
    return -this.of(product.controlAccount, id, 'KES') - (owed === null ? 0n : this.of(owed, id, 'KES'))
  }
  held(account: Account): bigint {
    return this.holds.reduce((sum, hold) => (hold.isOpen && hold.account === account ? sum + hold.amount : sum), 0n)
  }
  available(account: Account): bigint {
    const floor = account.overdraft > 0n ? -account.overdraft : account.product.minimumBalanceMinor
    const free = this.balance(account) - this.held(account) - floor
    return free > 0n ? free : 0n
  }

  /** What an amount is worth against a person's limit; null where there is no rate. */
  worth(amount: bigint, currency: CurrencyCode): bigint | null {
    if (currency === 'KES') return amount
    return this.rate && (amount * this.rate.mid + 9n) / 10n
  }

  /** Why two people have to do it, if the one who acts has no second one who may. */
  needsTwo({ role, second }: Who, limit: LimitName | 'always', amount: bigint, currency: CurrencyCode): string | null {
    const checker = oversees(second) && second !== role ? second : null
    const worth = limit === 'always' ? null : this.worth(amount, currency)
    if (limit === 'always' || worth === null) return checker ? null : 'second-person-needed'
    if (worth <= limitsOfRole(role, 2)[limit]) return null
    if (checker && (limit === 'manualJournalMinor' || worth <= limitsOfRole(checker, 2)[limit])) return null
    return 'approval-needed'
  }
}

/** Numbers out of which a history makes its choices. */
export interface Draw {
  readonly number: (below: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** Of the named amounts, or one above or below, or a random one; never below one. */
  readonly amount: (...near: readonly bigint[]) => bigint
}

/** What is still open, and now and then what is not. */
export const openOf = <T extends { readonly isOpen: boolean }>(of: readonly T[]): readonly T[] => {
  const open = of.filter(one => one.isOpen)
  return [...open, ...open, ...of]
}

export type Keyless<C> = C extends { key: string } ? Omit<C, 'key'> : never
type Ruling = string | false | null | undefined

/** What the model knows of one kind of command. `C` is the command. */
export interface Kind<C> {
  readonly may: readonly Role[]
  readonly anytime?: true
  /** A command that makes sense in this world, or nearly; null when there is nothing that it could be about. */
  readonly make: (world: World, draw: Draw, who: Who) => Keyless<C> | null
  /** Everything that stands against it, in no order. */
  readonly against: (world: World, command: C, who: Who) => readonly Ruling[]
  /** Why it takes two; asked when nothing else stands against it. */
  readonly takesTwo?: (world: World, command: C, who: Who) => string | null
  readonly happen: (world: World, command: C, who: Who, outcome: Outcome) => void
}

/** The results that are allowed: any refusal that holds, else the one for two people, else that it is posted. */
export function allowedResults<C>(kind: Kind<C>, world: World, command: C, who: Who): readonly string[] {
  if (!kind.may.includes(who.role)) return ['not-permitted']
  if (!kind.anytime && world.day === null) return ['day-not-open']
  const against = kind.against(world, command, who).filter(one => typeof one === 'string')
  if (against.length > 0) return against
  return [kind.takesTwo?.(world, command, who) ?? 'posted']
}
