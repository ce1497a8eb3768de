import { present } from '../assert.ts'
import { businessDate } from '../calendar/business-date.ts'
import type { JournalCommand } from '../command/command.ts'
import type { RecordRef } from '../journal/record.ts'
import type { DenominationCount } from '../money/denominations.ts'
import { demonstrationClients, demonstrationFounding, demonstrationPassphrase } from './demonstration-people.ts'
import { DemonstrationFailed, money, type Player, play, refused, signIn, value } from './demonstration-play.ts'

/** What the day left behind, for whoever shows it: screens by id, papers by record. */
export interface DemonstrationDay {
  readonly clientId: string
  readonly accountId: string
  readonly deposit: RecordRef
  readonly withdrawal: RecordRef
  readonly reversal: RecordRef
  /** Who has an account and asks for a loan. */
  readonly borrower: { readonly clientId: string; readonly accountId: string }
  readonly date: string
}

const { currency } = demonstrationFounding

/**
 * A field officer's day, told as commands through the one way in: nothing is prepared behind the program's back.
 * The drawer and the day stay open, so that what follows can show them; `closeDemonstrationDay` ends it.
 */
export async function playDemonstrationDay(player: Player): Promise<DemonstrationDay> {
  await beginDay(player)
  const accounts = await meetClients(player)
  const first = present(accounts[0], 'the first client has an account')
  const second = present(accounts[1], 'the second client has an account')
  const withdrawal = await payOut(player, first.accountId)
  const reversal = await correctMistake(player, second.accountId)
  await holdGuarantee(player, second.accountId)
  return {
    clientId: first.clientId,
    accountId: first.accountId,
    deposit: first.deposit,
    withdrawal,
    reversal,
    borrower: { clientId: second.clientId, accountId: second.accountId },
    date: player.date,
  }
}

async function beginDay(player: Player): Promise<void> {
  const { port, newKey, say, date } = player
  const founding = demonstrationFounding
  value('found', await port.execute({ type: 'institution.create', key: newKey(), founding }))
  say(`Founded ${founding.institutionName}, branch ${founding.branch.name}, with ${founding.staff.length} people.`)
  await signIn(player, 'OFF1')
  await play(player, { type: 'day.open', date: businessDate(date) })
  const counted = [
    { faceMinor: 100_000n, pieces: 20 },
    { faceMinor: 10_000n, pieces: 50 },
  ]
  await play(player, { type: 'drawer.open', currency, counted })
  say(`Amina Yusuf (officer) opened the day ${date} and her drawer with ${money(2_500_000n)}.`)
}

interface Met {
  readonly clientId: string
  readonly accountId: string
  readonly deposit: RecordRef
}

async function meetClients(player: Player): Promise<readonly Met[]> {
  const met: Met[] = []
  for (const { client, firstDepositMinor } of demonstrationClients) {
    const registered = await play(player, { type: 'client.register', client })
    const clientId = present(registered.created.clientId, 'a registration makes a client')
    const opened = await play(player, { type: 'savings.open', clientId, productId: 'passbook-savings' })
    const accountId = present(opened.created.accountId, 'an opening makes an account')
    const amountMinor = firstDepositMinor
    const deposit = await play(player, { type: 'savings.deposit', accountId, amountMinor, currency })
    met.push({ clientId, accountId, deposit: deposit.record })
    player.say(
      `${client.givenNames}: registered, ${opened.created.number} opened, ${money(amountMinor)} paid in, receipt ${deposit.receipt}.`,
    )
  }
  return met
}

async function payOut(player: Player, accountId: string): Promise<RecordRef> {
  const tooMuch = await refused(player, { type: 'savings.withdraw', accountId, amountMinor: 480_000n, currency })
  if (tooMuch.type !== 'balance-below-minimum') throw new DemonstrationFailed(`refused for ${tooMuch.type}`)
  player.say(
    `A withdrawal of ${money(480_000n)} was refused: at most ${money(tooMuch.availableMinor)} can be paid out.`,
  )
  const paid = await play(player, { type: 'savings.withdraw', accountId, amountMinor: 120_000n, currency })
  player.say(`${money(120_000n)} was paid out instead, receipt ${paid.receipt}.`)
  return paid.record
}

/** An amount typed wrong, above what the officer may reverse alone: the manager signs on the same laptop. */
async function correctMistake(player: Player, accountId: string): Promise<RecordRef> {
  const { port, newKey, say } = player
  const amountMinor = 1_500_000n
  const wrong = await play(player, { type: 'savings.deposit', accountId, amountMinor, currency })
  const reverse: JournalCommand = {
    type: 'operation.reverse',
    key: newKey(),
    record: wrong.record,
    reason: 'wrong-amount',
    note: 'Typed 15,000 instead of 1,500',
  }
  const alone = await port.execute(reverse)
  if (alone.ok || alone.refusal.type !== 'approval-needed')
    throw new DemonstrationFailed('the reversal needed no second person')
  const passphrase = demonstrationPassphrase
  value('cosign', await port.execute({ type: 'session.cosign', code: 'MGR1', passphrase, command: reverse }))
  const reversal = value('reverse', await port.execute(reverse))
  say(
    `A deposit of ${money(amountMinor)} typed by mistake was reversed; Daniel Otieno (manager) signed as the second person.`,
  )
  await play(player, { type: 'savings.deposit', accountId, amountMinor: 150_000n, currency })
  return reversal.record
}

async function holdGuarantee(player: Player, accountId: string): Promise<void> {
  const note = 'Guarantee for the Nyalenda group'
  await play(player, { type: 'hold.place', accountId, amountMinor: 300_000n, currency, reason: 'guarantee', note })
  player.say(`${money(300_000n)} was set aside as a guarantee.`)
}

const piecesOf = (amountMinor: bigint): DenominationCount => [
  { faceMinor: 100_000n, pieces: Number(amountMinor / 100_000n) },
  { faceMinor: 50n, pieces: Number((amountMinor % 100_000n) / 50n) },
]

/** Counts the drawer into the vault to the last coin; the manager counts the vault and closes the day; who may audit reads the trial balance. */
export async function closeDemonstrationDay(player: Player): Promise<void> {
  const { port, say } = player
  const drawer = present(value('drawer', await port.query({ type: 'drawer' })), 'the drawer is open')
  const { drawerId, expectedMinor } = drawer
  await play(player, { type: 'drawer.close', drawerId, counted: piecesOf(expectedMinor) })
  await signIn(player, 'MGR1')
  await countVault(player)
  await play(player, { type: 'day.close' })
  await signIn(player, 'HO1')
  const trial = value('trial balance', await port.query({ type: 'trial-balance' }))
  await signIn(player, 'OFF1')
  const [total] = trial.totals
  say(
    `The drawer was counted, ${money(expectedMinor)}, and the vault by the manager: no difference. The day is closed.`,
  )
  if (total) say(`Trial balance: debits ${money(total.debitMinor)}, credits ${money(total.creditMinor)}.`)
}

async function countVault(player: Player): Promise<void> {
  const position = present(value('cash', await player.port.query({ type: 'cash-position' })), 'the day is open')
  for (const place of position.places.filter(({ kind, isUncounted }) => kind === 'vault' && isUncounted))
    await play(player, { type: 'vault.count', currency: place.currency, counted: piecesOf(place.closingMinor) })
}

/** Signs in who may connect the institution and sends everything to the server; then the officer sits down again. */
export async function connectDemonstration(player: Player, serverUrl: string, code: string): Promise<void> {
  await signIn(player, 'HO1')
  value('connect', await player.port.execute({ type: 'sync.connect', serverUrl, code }))
  await sendDemonstration(player)
  await signIn(player, 'OFF1')
}

/** Sends what is unsent, and holds the server's receipts against the own journal: every record there, none twice. */
export async function sendDemonstration({ port, say }: Player): Promise<void> {
  const { acknowledgedSeq, unsent } = value('send', await port.execute({ type: 'sync.now' }))
  const journal = value('journal', await port.query({ type: 'journal', limit: 1 }))
  const head = journal.rows[0]?.record.seq
  if (unsent.count > 0 || acknowledgedSeq !== head)
    throw new DemonstrationFailed(`the server holds ${acknowledgedSeq} of ${head} records`)
  say(`The sync server acknowledged all ${acknowledgedSeq} records, each exactly once.`)
}
