import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { NewClient } from '../../../core/customers/client-profile.ts'
import { searchAnswer } from '../../../core/query/search-answer.ts'
import { nameSchema } from '../../../core/text-fields.ts'
import { type Branch, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'

const first: Partial<NewClient> = {
  givenNames: 'Zainabu',
  familyName: 'Njoroge',
  phone: '+254712345678',
  idDocument: { kind: 'national-id', number: '24 681 357' },
  birthDate: businessDate('1990-02-28'),
}

function withFirst(): { branch: Branch; clientId: string } {
  const branch = makeBranch()
  openForBusiness(branch)
  const { created } = branch.must('officer', { type: 'client.register', client: newClient(first) })
  return { branch, clientId: created.clientId ?? '' }
}

test.each([
  ['2026-03-03', 'birth-date-in-future'],
  ['2010-03-03', 'client-too-young'],
  ['2010-03-02', 'posted'],
])('[K1] on 2026-03-02 somebody born on %s gives %s', (birthDate, expected) => {
  const branch = makeBranch()
  openForBusiness(branch)
  const client = newClient({ givenNames: 'Somebody', familyName: 'Else', birthDate: businessDate(birthDate) })
  expect(outcomeType(branch.execute('officer', { type: 'client.register', client }))).toBe(expected)
  expectBooksToBalance(branch)
})

test.each([
  [
    'the same ID number in another spelling',
    { idDocument: { kind: 'national-id', number: '24681357' } },
    false,
    'id-number',
  ],
  [
    'the same ID number in Arabic digits',
    { idDocument: { kind: 'national-id', number: '٢٤٦٨١٣٥٧' } },
    false,
    'id-number',
  ],
  ['the same ID number, insisted on', { idDocument: { kind: 'national-id', number: '24681357' } }, true, 'id-number'],
  ['the same phone', { phone: '+254712345678' }, false, 'phone'],
  ['the same phone, insisted on', { phone: '+254712345678' }, true, 'registered'],
  [
    'name and birth date',
    { givenNames: 'ZAINABU', familyName: 'Njörogé', birthDate: businessDate('1990-02-28') },
    false,
    'name-and-birth-date',
  ],
  ['nothing in common', {}, false, 'registered'],
] as const)('[K2] somebody with %s is weighed against who is known', (_what, over, notADuplicate, expected) => {
  const { branch, clientId } = withFirst()
  const client = newClient({
    givenNames: 'Another',
    familyName: 'Person',
    ...over,
    notADuplicate,
  } as Partial<NewClient>)
  const result = branch.execute('officer', { type: 'client.register', client })
  if (expected === 'registered') expect(outcomeType(result)).toBe('posted')
  else expect(expectRefusal(result, 'client-may-exist')).toMatchObject({ because: expected, clientId })
  expectBooksToBalance(branch)
})

test.each([
  ['zain'],
  ['njoroge zainabu'],
  ['NJÖROGÉ'],
  ['0712345678'.slice(1)],
  ['254712'],
  ['24681357'],
  ['C001-01-00002'],
])('[K4] the client is found by "%s"', text => {
  const { branch, clientId } = withFirst()
  expect(searchAnswer(branch.books.db, { text, limit: 10 }).map(hit => hit.clientId)).toContain(clientId)
})

test.each([['"'], ['*'], ['zain" OR "a'], ['NEAR('], ['-'], ["'; DROP TABLE client; --"]])(
  '[K4] typing %s searches for text, never as syntax',
  text => {
    const { branch } = withFirst()
    expect(() => searchAnswer(branch.books.db, { text, limit: 10 })).not.toThrow()
  },
)

test('[K4] a new profile replaces the old one in the search', () => {
  const { branch, clientId } = withFirst()
  const client = newClient({ ...first, familyName: 'Kamau' })
  branch.must('officer', { type: 'client.update', clientId, client })
  const { db } = branch.books
  expect(searchAnswer(db, { text: 'kamau', limit: 10 })).toHaveLength(1)
  expect(searchAnswer(db, { text: 'njoroge', limit: 10 })).toHaveLength(0)
  expectBooksToBalance(branch)
})

test.each(['አበበ ቢቂላ', 'فاطمة علي', 'सुनीता पटेल', 'Nguyễn Thị Hương', '李小龍', 'Ọláolúwa'])(
  '[K1] the name %s is kept and found as it is written',
  name => {
    const branch = makeBranch()
    openForBusiness(branch)
    const { familyName: _, ...client } = newClient({ givenNames: name })
    branch.must('officer', { type: 'client.register', client })
    const hits = searchAnswer(branch.books.db, { text: name.split(' ')[0] ?? '', limit: 5 })
    expect(hits[0]?.name).toBe(name)
    expectBooksToBalance(branch)
  },
)

test.each([
  ['Ach\0ieng'],
  ['Ach\u001b[2Jieng'],
  ['Achieng\nOtieno'],
  ['A\u0085B'],
  ['A\ud800'],
  ['\u200b'],
  ['\u2800\u2800'],
  ['\u3164'],
  ['Ach\u202eieng'],
  ['12345'],
  ['A\u200fB'],
])('[K1] %j is no name: what cannot be seen disguises', givenNames => {
  expect(nameSchema.safeParse(givenNames).success).toBe(false)
})
