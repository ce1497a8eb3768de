import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import { nationalDigits } from '../../../core/customers/calling-code.ts'
import type { NewClient } from '../../../core/customers/client-profile.ts'
import { searchAnswer } from '../../../core/query/search-answer.ts'
import { type Branch, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'

const registered = ({ must }: Branch, over: Partial<NewClient>): string =>
  must('officer', { type: 'client.register', client: newClient({ notADuplicate: true, ...over }) }).created.clientId ??
  ''

interface Town {
  readonly branch: Branch
  /** Somebody with everything that can be searched by, and an account. */
  readonly clientId: string
  readonly accountId: string
}

/** Forty neighbours called Achieng Odhiambo, and one person who is looked for. */
function town(): Town {
  const branch = makeBranch()
  openForBusiness(branch)
  for (let n = 0; n < 40; n++) registered(branch, { phone: `+2547110000${10 + n}` })
  const clientId = registered(branch, {
    givenNames: 'Jean-Paul N’Guessan',
    familyName: 'Kouamé 𞤀𞤁𞤂',
    phone: '+22507123456',
    idDocument: { kind: 'passport', number: 'CI 88-123 45' },
  })
  const { created } = branch.must('officer', { type: 'savings.open', clientId, productId: 'passbook-savings' })
  return { branch, clientId, accountId: created.accountId ?? '' }
}

const { branch, clientId, accountId } = town()
const search = (text: string, limit = 10) => searchAnswer(branch.books.db, { text, limit })

test.each([
  ['one letter', 'k'],
  ['two letters', 'ng'],
  ['a part behind a hyphen', 'paul'],
  ['a part behind an apostrophe', 'guessan'],
  ['the word as it is written', "N'Guessan"],
  ['two words in any order', 'kouame jean'],
  ['a script that SQLite does not know', '𞤀𞤁'],
  ['the phone as it is dialled abroad', '0022507 123'],
  ['the phone with the plus', '+225 0712'],
  ['the phone as it is said here', '07 12 34'],
  ['the phone without its zero', '71234'],
  ['the phone in Arabic digits', '٠٧١٢٣٤'],
  ['the end of the phone', '3456'],
  ['the ID number from its beginning', 'ci 88123'],
  ['the number without its hyphens', 'c0010100042'],
  ['a name beside a number', 'Kou 3456'],
])('[Q6] %s: "%s" finds the person', (_what, text) => {
  expect(search(text).map(hit => hit.clientId)).toContain(clientId)
})

test('[Q6] a name is found by the letters it was written in, and not by those of another script', () => {
  const aster = registered(branch, { givenNames: 'አስቴር', familyName: 'عائشة सुनीता', phone: '+254733987654' })
  const found = (text: string) => search(text).map(hit => hit.clientId)
  for (const text of ['አስቴር', 'عائش', 'सुनीता', '733 987 654']) expect(found(text), text).toEqual([aster])
  for (const text of ['Aster', 'Aisha', 'Sunita']) expect(found(text), text).toEqual([])
})

test('[Q6] the end of a number, with its check digit, finds the person or the account', () => {
  const numbers = search('kouame').map(({ number }) => number.replace(/\D/g, ''))
  expect(numbers).toHaveLength(2)
  for (const number of numbers) expect(search(number.slice(-6)).map(hit => hit.clientId)).toContain(clientId)
})

test.each([['S001-01-00002'], ['s0010100002'], ['S٠٠١-٠١-٠٠٠٠٢']])(
  '[Q6] the account number %s finds the account first',
  text => {
    expect(search(text)[0]).toMatchObject({ kind: 'account', accountId, clientId })
  },
)

test('[Q6] another name beside a number finds nobody', () => {
  expect(search('Achieng 3456')).toEqual([])
})

test('[Q6] an equal number comes first, then the names that begin so, each once', () => {
  registered(branch, { givenNames: 'Zawadi', familyName: 'Achieng' })
  const names = search('achieng', 50).map(({ name }) => name)
  expect(names.indexOf('Zawadi Achieng')).toBe(names.lastIndexOf('Achieng Odhiambo') + 1)
  const ids = search('achieng', 50).map(hit => hit.accountId ?? hit.clientId)
  expect(new Set(ids).size).toBe(ids.length)
  expect(search('achieng', 7)).toHaveLength(7)
  expectBooksToBalance(branch)
})

test('[Q6] a phone that was given up finds nobody any more', () => {
  const client = newClient({ givenNames: 'Moved', familyName: 'Away', phone: '+254799999991', notADuplicate: true })
  const movedId = registered(branch, client)
  branch.must('officer', { type: 'client.update', clientId: movedId, client: { ...client, phone: '+254788888881' } })
  expect(search('0799999991')).toEqual([])
  expect(search('0788888881').map(hit => hit.clientId)).toEqual([movedId])
  expectBooksToBalance(branch)
})

test('[Q6] the number after the calling code is what is left of a phone of every country', () => {
  const wrong = getCountries().filter(
    country => nationalDigits(`+${getCountryCallingCode(country)}5551234567`) !== '5551234567',
  )
  expect(wrong).toEqual([])
})

test('[W80] a group is found by its number and by its name from any word on, with who is in it; its name of before finds nothing', () => {
  const wanjiru = registered(branch, { givenNames: 'Wanjirū', familyName: 'Kamau', phone: '+254733000888' })
  const members = [clientId, wanjiru]
  const { created } = branch.must('officer', { type: 'group.form', name: 'Umoja ya Wanawake', members })
  const groupId = present(created.groupId, 'a group was formed')
  const number = present(created.number, 'a group has a number')
  const detail = 'Jean-Paul N’Guessan Kouamé 𞤀𞤁𞤂, Wanjirū Kamau'
  for (const text of ['umoja', 'UMOJA ya wa', 'wanaw', number, number.slice(-8)])
    expect(search(text), text).toContainEqual({ kind: 'group', groupId, name: 'Umoja ya Wanawake', number, detail })
  registered(branch, { givenNames: 'Umoja', familyName: 'Otieno', phone: '+254733000999' })
  expect(search('umoja').map(({ kind }) => kind)).toEqual(['group', 'client'])
  branch.must('officer', { type: 'group.change', groupId, name: 'Upendo', members })
  expect(search('wanawake')).toEqual([])
  expect(search('upendo').map(({ kind }) => kind)).toEqual(['group'])
  expectBooksToBalance(branch)
})
