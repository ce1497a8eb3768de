import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText } from '../../../core/csv-row.ts'
import { leafName } from '../../../core/export/account-name.ts'
import { harmlessText, operationText } from '../../../core/export/plain-text.ts'

const cash = { type: 'asset', branchCode: '001', code: '1110', name: 'Cash in vaults', subLedger: null } as const

describe('account names', () => {
  test.each([
    ['Cash in vaults', 'Assets:001:1110-Cash-in-vaults'],
    ['Caisse générale (siège)', 'Assets:001:1110-Caisse-generale-siege'],
    ['  ;[2020-01-01] key:: 1/0\t', 'Assets:001:1110-2020-01-01-key-1-0'],
    ['صندوق النقد', 'Assets:001:1110-Account'],
    ['नकद', 'Assets:001:1110-Account'],
    ['2026', 'Assets:001:1110-Account'],
    ['=SUM(A1)', 'Assets:001:1110-SUM-A1'],
    [
      'an account with a name that is very much longer than anybody would read',
      'Assets:001:1110-An-account-with-a-name-that-is-very-much',
    ],
  ])('[X2] %j becomes %s', (name, expected) => {
    expect(leafName({ ...cash, name })).toBe(expected)
  })

  test('[X2] a sub-account is the readable number, or the id in capitals', () => {
    const passbook = { ...cash, type: 'liability', code: '2110', name: 'Passbook savings' } as const
    expect(leafName({ ...passbook, subLedger: 'S001-01-00012-7' })).toBe(
      'Liabilities:001:2110-Passbook-savings:S001-01-00012-7',
    )
    expect(leafName({ ...passbook, subLedger: '01890a5d-ac96-774b-bcce-b302099a8057' })).toBe(
      'Liabilities:001:2110-Passbook-savings:01890A5D-AC96-774B-BCCE-B302099A8057',
    )
  })

  test('[X2] whatever people call things, each part begins with a capital or a digit and holds letters, digits and hyphens', () => {
    const part = /^[A-Z0-9][A-Za-z0-9-]*$/
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, subLedger) => {
        for (const one of leafName({ ...cash, name, subLedger, branchCode: subLedger }).split(':'))
          expect(one).toMatch(part)
      }),
    )
  })
})

describe('free texts', () => {
  test.each([
    ['Loan in shillings', 'Loan in shillings'],
    ['(Assets:Cash)', 'Assets Cash'],
    ['paid ; date: 2020-01-01', 'paid date 2020-01-01'],
    ['[2020-01-01]', '2020-01-01'],
    ['key:: 1/0', 'key 1/0'],
    ['a\tb\r\nc\u2028d\ufeffe', 'a b c d e'],
    ['\u202eright to left', 'right to left'],
    ['"quoted" \\ back', 'quoted back'],
    ['a  b', 'a b'],
    ['مصاريف المكتب', 'مصاريف المكتب'],
    ['सितंबर का किराया', 'सितंबर का किराया'],
    ['\ud800', ''],
  ])('[X5] %j is written as %j', (text, expected) => {
    expect(harmlessText(text)).toBe(expected)
  })

  test('[X5] nothing that a tool could read as more than text is left, and no more than 120 letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const harmless = harmlessText(text)
        expect(harmless).toMatch(/^[\p{L}\p{M}\p{N}\p{Join_Control} .+\-/%&#']*$/u)
        expect([...harmless].length).toBeLessThanOrEqual(120)
      }),
    )
  })

  test('[X6] an operation is called by its type', () => {
    expect(operationText('savings.deposited')).toBe('Savings deposited')
    expect(operationText('credit-line.drawn')).toBe('Credit line drawn')
  })

  test.each([
    ['=1+1', "'=1+1"],
    ['-2+3', "'-2+3"],
    ['@cmd', "'@cmd"],
    ['+1', "'+1"],
    ['\t=1', "'\t=1"],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['plain', 'plain'],
  ])('[X16] in a spreadsheet %j is a text: %j', (text, expected) => {
    expect(csvText(text)).toBe(expected)
  })
})
