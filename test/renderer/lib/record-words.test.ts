import i18next from 'i18next'
import { expect, test } from 'vitest'
import { verbs } from '../../../core/command/verbs.ts'
import { documentLanguages } from '../../../core/documents/document-language.ts'
import { documentLabels, operationLabel } from '../../../core/documents/labels/document-labels.ts'
import { recordWord } from '../../../renderer/counter/record-words.ts'
import { startTexts } from '../../../renderer/lib/i18n.ts'
import { recordName } from '../../../renderer/lib/record-name.ts'

test.each([
  ['en-KE', 'Reversal: Deposit', 'Reversal'],
  ['fr-SN', 'Annulation : Dépôt', 'Annulation'],
  ['ar-EG', 'إلغاء: إيداع', 'إلغاء'],
])('[W38] in %s a reversal is called by what it reversed', async (locale, ofDeposit, alone) => {
  await startTexts(locale)
  const t = i18next.getFixedT(locale, 'journal')
  const type = 'operation.reversed'
  expect(recordWord(t, locale, { type, reversedType: 'savings.deposited' }).replaceAll('\u00a0', ' ')).toBe(ofDeposit)
  expect(recordWord(t, locale, { type })).toBe(alone)
  expect(recordWord(t, locale, { type: 'not.known-yet' })).toBe('not.known-yet')
})

const saysMoreOnPaper = ['close-of-business.ran', 'hold.captured']

test.each(documentLanguages)('[W38] in %s every operation has the same name in the window and on paper', language => {
  for (const { recordType } of Object.values(verbs)) {
    const name = recordName(recordType, language)
    expect(name).not.toBe(recordType)
    const onPaper = operationLabel(recordType, documentLabels[language])
    expect(onPaper === name, recordType).toBe(!saysMoreOnPaper.includes(recordType))
  }
})
