import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../core/calendar/business-date.ts'
import type { Period } from '../../core/calendar/period.ts'
import type { UncountedCash } from '../../core/ledger/uncounted-cash.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import { formatMoney } from '../../core/money/format-amount.ts'
import { formatRate } from '../../core/money/format-rate.ts'
import type { Rate } from '../../core/money/rate.ts'
import type { StorageProblem } from '../../core/query/session-answers.ts'
import type { Refusal } from '../../core/refusal.ts'
import { formatDate, formatMoment, formatPeriod } from './format-date.ts'
import { isolate } from './isolate.ts'
import { isStorageProblem } from './storage-problems.ts'

type Values = Readonly<Record<string, string | number>>

/**
 * The officer's words for a refusal: what stands against it, and on the next line what can be done. The texts are keyed
 * by the refusal's type, so a type without a text does not compile; the values that a text names are chosen here.
 */
export function refusalText(refusal: Refusal, t: TFunction<'refusals'>, locale: string): string {
  const valuesOf = isTelling(refusal) ? (valuesByType[refusal.type] as (no: Refusal, say: Words) => Values) : nothing
  return t(
    textKey(refusal),
    valuesOf(refusal, {
      t,
      money: (amountMinor, currency) => isolate(formatMoney({ amountMinor, currency }, locale)),
      rate: rate => formatRate(rate, locale),
      day: date => isolate(formatDate(date, locale)),
      month: period => isolate(formatPeriod(period, locale)),
      list: items => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
      moment: moment => isolate(formatMoment(moment, locale)),
      problem: problem => t(`weather-${problem}`, { ns: 'frame' }),
    }),
  )
}

/** A few refusals have a second text: for what is another person's, and where nothing but the known client is right. */
function textKey(refusal: Refusal) {
  switch (refusal.type) {
    case 'client-may-exist':
      return refusal.because === 'id-number' ? 'client-may-exist-id-number' : refusal.type
    case 'storage-unavailable':
      return isStorageProblem(refusal.code) ? 'storage-problem' : refusal.type
    case 'balance-below-minimum':
      return refusal.minimumMinor === 0n ? 'balance-below-minimum-none' : refusal.type
    case 'operations-limit-exceeded':
      return refusal.span === 'month' ? 'operations-limit-exceeded-month' : refusal.type
    case 'second-person-needed':
      return refusal.signedNow ? 'second-person-needed-now' : refusal.type
    case 'approval-needed':
      if (refusal.signedNow) return 'approval-needed-now'
      return refusal.of === undefined ? refusal.type : 'approval-needed-of'
    case 'staff-suspended':
    case 'drawer-not-open':
    case 'drawer-closed-since':
      return refusal.of === undefined ? refusal.type : (`${refusal.type}-of` as const)
    default:
      return refusal.type
  }
}

const uncountedWord = ({ kind, name, amountMinor, currency }: UncountedCash, say: Words): string =>
  say.t(`uncounted-${kind}`, { name: isolate(name), amount: say.money(amountMinor, currency) })

const ofSomebody = ({ of }: { readonly of?: string }): Values => (of === undefined ? {} : { of: isolate(of) })

export function useRefusalText(refusal: Refusal): string {
  const { t, i18n } = useTranslation('refusals')
  return refusalText(refusal, t, i18n.language)
}

interface Words {
  readonly t: TFunction<'refusals'>
  readonly money: (amountMinor: bigint, currency: CurrencyCode) => string
  readonly rate: (rate: Rate) => string
  readonly day: (date: BusinessDate) => string
  readonly month: (period: Period) => string
  readonly moment: (moment: string) => string
  readonly list: (items: readonly string[]) => string
  readonly problem: (problem: StorageProblem) => string
}

type RefusalOf<T extends Refusal['type']> = Extract<Refusal, { type: T }>
/** The types that tell more than their name. */
type TellingType = { [T in Refusal['type']]: keyof RefusalOf<T> extends 'type' ? never : T }[Refusal['type']]
const isTelling = (refusal: Refusal): refusal is RefusalOf<TellingType> => refusal.type in valuesByType
type ValuesByType = {
  readonly [T in TellingType]: (no: RefusalOf<T>, say: Words) => Values
}

const nothing = (): Values => ({})

/** What each text names. A type that tells something and is missing here does not compile. */
const valuesByType: ValuesByType = {
  'field-invalid': (no, say) => ({
    field: fieldWord(no.field, say.t),
    rule: ruleWord(no.rule, say.t),
  }),
  'key-reused': (no, say) => ({
    field: fieldWord(no.field, say.t),
    number: no.record.seq,
  }),
  'file-not-importable': (no, say) => ({
    fault: say.t(`file-fault-${no.because}`, {
      row: no.row ?? 1,
      max: no.because === 'too-large' ? (no.max ?? 0) / 1_000_000 : (no.max ?? 0),
    }),
  }),
  'row-repeated': (no, say) => ({ row: no.row, what: say.t(`row-same-${no.because}`) }),
  'staff-code-taken': no => ({ code: no.code }),
  'not-permitted': (no, say) => ({
    permission: say.t(`permission-${no.permission}`),
    role: say.t(`role-${no.role}`),
  }),
  'grant-expired': (no, say) => ({ until: say.moment(no.validUntil) }),
  'approval-needed': (no, say) => ({
    what: say.t(`limit-${no.limit}`),
    limit: say.money(no.limitMinor, no.currency),
    amount: say.money(no.amountMinor, no.currency),
    ...ofSomebody(no),
  }),
  'second-person-needed': nothing,
  'day-already-open': (no, say) => ({ date: say.day(no.date) }),
  'day-not-after-last': (no, say) => ({ date: say.day(no.lastDate) }),
  'day-before-founding': (no, say) => ({ date: say.day(no.firstDate) }),
  'day-too-far-ahead': (no, say) => ({ date: say.day(no.latestDate) }),
  'cash-uncounted': (no, say) => ({ cash: say.list(no.cash.map(one => uncountedWord(one, say))) }),
  'drawer-short': (no, say) => ({
    available: say.money(no.availableMinor, no.currency),
  }),
  'vault-short': (no, say) => ({
    available: say.money(no.availableMinor, no.currency),
  }),
  'difference-needs-note': (no, say) => ({
    difference: say.money(no.differenceMinor, no.currency),
  }),
  'client-too-young': no => ({ age: no.minimumAge }),
  'client-may-exist': (no, say) => ({
    name: isolate(no.name),
    number: no.number,
    because: say.t(`because-${no.because}`),
  }),
  'account-not-active': (no, say) => ({ status: statusWord(no.status, say.t) }),
  'staff-suspended': ofSomebody,
  'drawer-not-open': ofSomebody,
  'drawer-closed-since': ofSomebody,
  'exchange-of-earlier-day': (no, say) => ({ date: say.day(no.date) }),
  'record-of-other-device': no => ({ device: no.deviceCode }),
  'working-paper-elsewhere': no => ({ device: no.deviceCode }),
  'account-in-other-custody': no => ({ device: no.deviceCode }),
  'currency-differs': no => ({ currency: no.expected }),
  'rate-unknown': no => ({ currency: no.currency }),
  'rate-of-own-currency': no => ({ currency: no.currency }),
  'drawer-above-maximum': (no, say) => ({ maximum: say.money(no.maximumMinor, no.currency) }),
  'not-payable-in-cash': (no, say) => ({ increment: say.money(no.incrementMinor, no.currency) }),
  'provided-already': (no, say) => ({ account: no.account, currency: no.currency, date: say.day(no.date) }),
  'provision-moved': (no, say) => ({
    difference: say.money(no.differenceMinor, no.currency),
    shown: say.money(no.shownMinor, no.currency),
  }),
  'provision-stands': no => ({ account: no.account, currency: no.currency }),
  'revalued-already': (no, say) => ({ currency: no.currency, date: say.day(no.date) }),
  'rate-changed': (no, say) => ({ amount: say.money(no.amountMinor, no.currency) }),
  'amount-above-maximum': (no, say) => ({
    maximum: say.money(no.maxMinor, no.currency),
  }),
  'opening-below-minimum': (no, say) => ({
    minimum: say.money(no.minimumMinor, no.currency),
  }),
  'balance-below-minimum': (no, say) => ({
    minimum: say.money(no.minimumMinor, no.currency),
    available: say.money(no.availableMinor, no.currency),
  }),
  'daily-limit-exceeded': (no, say) => ({
    limit: say.money(no.limitMinor, no.currency),
    remaining: say.money(no.remainingMinor, no.currency),
  }),
  'monthly-limit-exceeded': (no, say) => ({
    limit: say.money(no.limitMinor, no.currency),
    remaining: say.money(no.remainingMinor, no.currency),
  }),
  'operations-limit-exceeded': (no, say) => ({
    limit: say.money(no.limitMinor, no.currency),
    remaining: say.money(no.remainingMinor, no.currency),
  }),
  'kyc-tier-too-low': no => ({ tier: no.tier, needed: no.needed }),
  'term-not-ended': (no, say) => ({ date: say.day(no.maturesOn) }),
  'term-ended': (no, say) => ({ date: say.day(no.maturesOn) }),
  'deposit-made-already': (no, say) => ({ date: say.day(no.maturesOn) }),
  'installment-differs': (no, say) => ({ installment: say.money(no.installmentMinor, no.currency) }),
  'installment-not-due': (no, say) => ({ date: say.day(no.nextDate) }),
  'account-has-holds': (no, say) => ({ held: say.money(no.heldMinor, no.currency) }),
  'account-overdrawn': (no, say) => ({ owed: say.money(no.owedMinor, no.currency) }),
  'overdraft-in-use': (no, say) => ({ owed: say.money(no.owedMinor, no.currency) }),
  'loan-state': (no, say) => ({
    state: say.t(`loan-status-${no.state}`),
    possible:
      no.possible.length === 0
        ? say.t('loan-nothing-possible')
        : say.list(no.possible.map(step => say.t(`loan-step-${step}`))),
  }),
  'loan-above-cycle': (no, say) => ({ cycle: no.cycle, maximum: say.money(no.maxMinor, no.currency) }),
  'loan-above-exposure': (no, say) => ({
    owed: say.money(no.owedMinor, no.currency),
    maximum: say.money(no.maxMinor, no.currency),
  }),
  'loan-above-guarantees': (no, say) => ({
    owed: say.money(no.owedMinor, no.currency),
    guaranteed: say.money(no.guaranteedMinor, no.currency),
    maximum: say.money(no.maxMinor, no.currency),
  }),
  'group-in-arrears': (no, say) => ({
    number: isolate(no.number),
    name: isolate(no.name),
    days: no.days,
    amount: say.money(no.amountMinor, no.currency),
  }),
  'group-member-borrows': no => ({ number: isolate(no.number) }),
  'savings-missing': (no, say) => ({
    needed: say.money(no.neededMinor, no.currency),
    free: say.money(no.freeMinor, no.currency),
  }),
  'loan-beyond-means': (no, say) => ({
    due: say.money(no.dueMinor, no.currency),
    left: say.money(no.disposableMinor, no.currency),
    ceiling: say.rate(no.ceiling),
  }),
  'guarantors-missing': no => ({ given: no.given, needed: no.needed }),
  'loan-conditions-open': no => ({ open: no.open }),
  'collateral-pledged': no => ({ number: isolate(no.number) }),
  'loan-above-agreed': (no, say) => ({ left: say.money(no.leftMinor, no.currency) }),
  'loan-defaulted': (no, say) => ({ date: say.day(no.since) }),
  'loan-above-written-off': (no, say) => ({ left: say.money(no.leftMinor, no.currency) }),
  'held-not-due': (no, say) => ({ due: say.money(no.dueMinor, no.currency) }),
  'prepayment-refused': (no, say) => ({ due: say.money(no.dueMinor, no.currency) }),
  'signatures-missing': no => ({ missing: no.count }),
  'role-not-below-yours': (no, say) => ({ role: say.t(`role-${no.role}`) }),
  'already-reversed': no => ({ number: no.by.seq }),
  'ledger-account-unknown': no => ({ account: no.account }),
  'ledger-account-closed': no => ({ account: no.account }),
  'ledger-account-is-header': no => ({ account: no.account }),
  'ledger-account-controlled': no => ({ account: no.account }),
  'entry-unbalanced': (no, say) => ({
    difference: say.money(no.differenceMinor, no.currency),
  }),
  'value-date-ahead': (no, say) => ({ date: say.day(no.latestDate) }),
  'branch-code-taken': no => ({ code: no.code }),
  'template-incomplete': nothing,
  'shares-not-whole': (no, say) => ({ side: say.t(`side-${no.side}`), percent: no.sumBp / 100 }),
  'recurring-not-due': (no, say) => ({ date: say.day(no.nextDate) }),
  'period-closed': (no, say) => ({ period: say.month(no.period), field: say.t(`field-${no.field}`) }),
  'period-not-next': (no, say) => ({ period: say.month(no.next) }),
  'period-not-ready': (no, say) => ({ period: say.month(no.period), item: say.t(`checklist-${no.item}`) }),
  'period-not-last': nothing,
  'year-periods-open': (no, say) => ({ period: say.month(no.next) }),
  'year-closed': no => ({ year: String(no.year) }),
  'year-not-closed': no => ({ year: String(no.year) }),
  'ledger-account-not-header': no => ({ account: no.account }),
  'ledger-account-type-differs': (no, say) => ({
    account: no.account,
    expected: say.t(`account-type-${no.expected}`),
  }),
  'ledger-account-below-itself': no => ({ account: no.account }),
  'ledger-account-in-use': (no, say) => ({ account: no.account, use: say.t(`use-${no.use}`) }),
  'ledger-code-taken': no => ({ account: no.account }),
  'chart-too-deep': no => ({ levels: no.depthMax }),
  'paper-too-long': (no, say) => ({ lines: no.linesMax, date: say.day(no.firstDate) }),
  'printer-unreachable': no => ({ host: no.host, port: no.port }),
  'statement-range': (no, say) => ({
    from: say.day(no.from),
    to: say.day(no.to),
  }),
  'invitation-refused': (no, say) => ({
    reason: say.t(`invitation-${no.reason}`),
  }),
  'storage-unavailable': (no, say) =>
    isStorageProblem(no.code) ? { problem: say.problem(no.code) } : { code: no.code },
  'sign-in-refused': nothing,
  'sign-in-too-soon': nothing,
  'hold-expired-already': (no, say) => ({ date: say.day(no.earliestDate) }),
  'capture-above-hold': (no, say) => ({ held: say.money(no.heldMinor, no.currency) }),
  'not-reversible': nothing,
  'outcome-unknown': nothing,
}

/** The last word of a path such as `client.idDocument.number`; a field without a word of its own is named as it is. */
function fieldWord(field: string, t: TFunction<'refusals'>): string {
  const name = field.split('.').at(-1) ?? field
  return t(`field-${name}` as 'field-amountMinor', { defaultValue: name })
}

const statusWord = (status: string, t: TFunction<'refusals'>): string =>
  t(`account-status-${status}` as 'account-status-other', { defaultValue: t('account-status-other') })

/** Why a field is not taken, in a few words. */
export const ruleWord = (rule: string, t: TFunction<'refusals'>): string =>
  t(`rule-${rule}` as 'rule-other', { defaultValue: t('rule-other') })
