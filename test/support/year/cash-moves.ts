import type { CashEnd } from '../../../core/cash/transfer-commands.ts'
import type { Branch } from '../branch.ts'
import { countVault } from '../end-day.ts'
import { cashAt, type Draw, pieces, type Till, vaultOf } from './till.ts'

export function openBankAccount({ must, currency }: Branch): string {
  const account = { account: '1130', bankName: 'Lake Bank', number: 'LB 77', currency }
  return must('head-office', { type: 'bank-account.add', ...account }).created.bankAccountId ?? ''
}

const vault: CashEnd = { kind: 'vault' }

/**
 * Once a week, with two confirmations each: the drawer is fed from the vault, the vault pays into the bank or draws from it, now and then
 * a note is missing on arrival, and some cash is called back. What is on its way to the bank in the evening arrives at the next one.
 */
export function moveCash(branch: Branch, till: Till, bankAccountId: string, draw: Draw): void {
  const { must, currency } = branch
  const drawer: CashEnd = { kind: 'drawer', drawerId: till.drawerId }
  const bank: CashEnd = { kind: 'bank', bankAccountId }
  const send = (from: CashEnd, to: CashEnd, amountMinor: bigint): string =>
    must('manager', { type: 'cash.send', from, to, currency, counted: pieces(amountMinor) }).created.transferId ?? ''
  for (const arriving of onItsWay(branch))
    must('head-office', {
      type: 'cash.receive',
      transferId: arriving.transferId,
      counted: pieces(arriving.amountMinor),
    })
  const fed = { type: 'cash.receive', transferId: send(vault, drawer, 700_000n) } as const
  if (draw(4) > 0) must('officer', { ...fed, counted: pieces(700_000n) })
  else
    must(
      'officer',
      { ...fed, counted: pieces(600_000n), discrepancy: 'miscounted', note: 'A note short' },
      'head-office',
    )
  must('manager', { type: 'cash.cancel-transfer', transferId: send(vault, bank, 100_000n) })
  const held = cashAt(branch, vaultOf(branch), currency)
  if (held < 100_000_000n) send(bank, vault, 60_000_000n)
  else send(vault, bank, held / 20n)
}

interface OnItsWay {
  readonly transferId: string
  readonly amountMinor: bigint
}

const onItsWay = ({ books }: Branch): readonly OnItsWay[] =>
  books.db
    .prepare<[], { sub: string; sum: bigint }>(
      `SELECT sub_account AS sub, sum(debit_minor - credit_minor) AS sum FROM balance
       WHERE account = '1140' AND sub_account <> '' GROUP BY sub_account HAVING sum <> 0`,
    )
    .safeIntegers(true)
    .all()
    .map(({ sub, sum }) => ({ transferId: sub, amountMinor: sum }))

/** What the manager signed for in the evenings is counted with the month, in every currency; now and then a note of the own one is missing. */
export function countMonth(branch: Branch, draw: Draw): void {
  const { must, currency } = branch
  const held = cashAt(branch, vaultOf(branch), currency)
  const counted = pieces(draw(3) === 0 ? held - 1_000n : held)
  must('manager', { type: 'vault.count', currency, counted, note: 'Month end' })
  countVault(branch)
}
