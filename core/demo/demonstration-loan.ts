import { present } from '../assert.ts'
import type { DemonstrationDay } from './demonstration-day.ts'
import { demonstrationFounding } from './demonstration-people.ts'
import { money, type Player, play, signIn, value } from './demonstration-play.ts'

const { currency } = demonstrationFounding
const principalMinor = 3_000_000n

/** A loan from the application to the payment into the borrower's savings, on one laptop: the officer writes it down, and two others approve it. */
export async function lendOnDemonstrationDay(
  player: Player,
  { borrower: { clientId, accountId } }: DemonstrationDay,
): Promise<{ readonly loanId: string }> {
  const drafted = await play(player, {
    type: 'loan.draft',
    clientId,
    productId: 'microfinance-business-loan',
    principalMinor,
    installments: 6,
  })
  const loanId = present(drafted.created.loanId, 'a draft makes a loan')
  await sayWhatItCosts(player, loanId)
  await play(player, { type: 'loan.submit', loanId })
  for (const approver of ['MGR1', 'HO1']) {
    await signIn(player, approver)
    await play(player, { type: 'loan.approve', loanId })
  }
  await signIn(player, 'OFF1')
  const to = { kind: 'savings', accountId } as const
  const paid = await play(player, { type: 'loan.disburse', loanId, amountMinor: principalMinor, currency, to })
  player.say(
    `So much needs two people: the manager and head office approved it. It was paid into his savings, receipt ${paid.receipt}.`,
  )
  return { loanId }
}

async function sayWhatItCosts({ port, say }: Player, loanId: string): Promise<void> {
  const { installments, number } = value('loan', await port.query({ type: 'loan', loanId }))
  const [first] = installments
  const { dueOn, due } = present(first, 'a loan has installments')
  const eachMinor = due.principal + due.interest + due.fees
  say(
    `Wafula asks for ${money(principalMinor)} (loan ${number}): ${installments.length} installments, the first of ${money(eachMinor)} on ${dueOn}.`,
  )
}
