import i18next from 'i18next'
import { expect, test } from 'vitest'
import { recordWord } from '../../../renderer/counter/record-words.ts'
import { startTexts } from '../../../renderer/lib/i18n.ts'

test.each([
  ['en-KE', 'Reversal: Deposit', 'Reversal'],
  ['fr-SN', 'Annulation : Dépôt', 'Annulation'],
  ['ar-EG', 'إلغاء: إيداع', 'إلغاء'],
])('[W38] in %s a reversal is called by what it reversed', async (locale, ofDeposit, alone) => {
  await startTexts(locale)
  const t = i18next.getFixedT(locale, 'journal')
  const type = 'operation.reversed'
  expect(recordWord(t, { type, reversedType: 'savings.deposited' }).replaceAll('\u00a0', ' ')).toBe(ofDeposit)
  expect(recordWord(t, { type })).toBe(alone)
  expect(recordWord(t, { type: 'not.known-yet' })).toBe('not.known-yet')
})
