import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

const planted = {
  givenNames: 'Canarina',
  familyName: 'Plantedson',
  phone: '+254799887766',
  idDocument: { kind: 'passport', number: 'CANARY99' },
  address: 'Canary lane 7',
  photo: { mediaType: 'image/png', bytes: Buffer.from('canary picture') },
} as const
const words = [
  'Canarina',
  'Plantedson',
  '254799887766',
  'CANARY99',
  'Canary lane',
  'canary picture',
  'a canary note',
  'Amina',
  'Grace',
  '1991-05-06',
]

test('[J9][K3] records and blobs hold nothing of a person that can be read without their key', () => {
  const branch = makeBranch()
  const { accountId } = openForBusiness(branch)
  const client = newClient({ ...planted, birthDate: businessDate('1991-05-06') })
  const { created } = branch.must('officer', { type: 'client.register', client })
  branch.must('officer', {
    type: 'client.update',
    clientId: created.clientId ?? '',
    client: { ...client, notADuplicate: true },
  })
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 70_000n, currency: 'KES' })
  const note = 'a canary note'
  branch.must('officer', { type: 'hold.place', accountId, amountMinor: 100n, currency: 'KES', reason: 'other', note })
  const { db } = branch.books
  const stored = [
    ...db.prepare('SELECT bytes FROM record').pluck().all(),
    ...db.prepare('SELECT bytes FROM blob').pluck().all(),
  ]
  const text = stored.map(bytes => Buffer.from(bytes as Buffer).toString('latin1')).join('\n')
  for (const word of words) expect(text).not.toContain(word)
  expect(db.prepare('SELECT name FROM client WHERE client_id = ?').pluck().get(created.clientId)).toBe(
    'Canarina Plantedson',
  )
  expectBooksToBalance(branch)
})
