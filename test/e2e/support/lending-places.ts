import { randomUUID } from 'node:crypto'
import type { DemonstrationDay } from '../../../core/demo/demonstration-day.ts'
import { demonstrationPassphrase } from '../../../core/demo/demonstration-people.ts'
import type { EnginePort } from '../../../core/engine/port.ts'
import { worklists } from '../../../core/loans/worklist.ts'

type Created = Readonly<Record<string, string>>

/** Lends to a group on a demonstration day, and names the place of every screen that lending has. */
export async function lendingPlaces(port: EnginePort, day: DemonstrationDay): Promise<readonly string[]> {
  const signIn = async (code: string): Promise<void> => {
    const signedIn = await port.execute({ type: 'session.sign-in', code, passphrase: demonstrationPassphrase })
    if (!signedIn.ok) throw new Error(signedIn.refusal.type)
  }
  const play = async (command: { readonly type: string; readonly [field: string]: unknown }): Promise<Created> => {
    const done = await port.execute({ key: randomUUID(), ...command } as never)
    if (!done.ok) throw new Error(`${command.type}: ${JSON.stringify(done.refusal)}`)
    return (done.value as { readonly created?: Created }).created ?? {}
  }
  const { clientId, accountId } = day
  const apply = async (principalMinor: bigint, over: object): Promise<string> => {
    const asked = { clientId, productId: 'microfinance-business-loan', principalMinor, groupId, ...over }
    const { loanId = '' } = await play({ type: 'loan.draft', ...asked })
    return loanId
  }
  await signIn('OFF1')
  const found = await port.query({ type: 'search', text: 'Wafula', limit: 1 })
  const friendId = found.ok ? found.value[0]?.clientId : undefined
  const { groupId = '' } = await play({
    type: 'group.form',
    name: 'Umoja',
    meetsOn: 'thursday',
    members: [clientId, friendId],
  })
  const lines = [
    { flow: 'income', kind: 'wages', amountMinor: 3_000_000n },
    { flow: 'expense', kind: 'food', amountMinor: 1_200_000n },
  ]
  const draft = await apply(9_876_500n, { household: { lines }, installments: 24 })
  await play({ type: 'loan.guarantee', loanId: draft, guarantorId: friendId, coversMinor: 900_000n })
  const cows = { kind: 'livestock', description: 'Two dairy cows', owner: 'Achieng Mary Odhiambo' }
  await play({ type: 'loan.pledge', loanId: draft, valueMinor: 6_000_000n, ...cows })
  const loans: string[] = []
  for (const amountMinor of [1_500_000n, 900_000n, 800_000n]) {
    const loanId = await apply(amountMinor, {})
    await play({ type: 'loan.submit', loanId })
    loans.push(loanId)
  }
  const [running = '', approved = '', submitted = ''] = loans
  await signIn('MGR1')
  for (const loanId of [running, approved]) await play({ type: 'loan.approve', loanId })
  await signIn('OFF1')
  const paidOut = { amountMinor: 1_500_000n, currency: 'KES', to: { kind: 'savings', accountId } }
  await play({ type: 'loan.disburse', loanId: running, ...paidOut })
  return [
    `#/new-loan/${clientId}`,
    `#/amend-loan/${draft}`,
    `#/loan-application/${draft}`,
    `#/loan-application/${submitted}`,
    `#/loan/${running}`,
    ...['collect-loan', 'repay-loan', 'charge-loan', 'waive-loan', 'reschedule-loan', 'write-off-loan'].map(
      act => `#/${act}/${running}`,
    ),
    `#/disburse-loan/${approved}`,
    ...worklists.map(list => `#/loans/${list}`),
    '#/portfolio',
    '#/portfolio-loans',
    '#/provision',
    `#/client-groups/${clientId}`,
    `#/group/${groupId}`,
    `#/collect-group/${groupId}`,
    '#/calendar',
    '#/collection',
    '#/new-product',
    '#/product/group-loan',
    '#/next-version/group-loan',
  ]
}
