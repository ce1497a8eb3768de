import { type EntryDescription, entryMeaning } from '../../journal/entry-description.ts'
import { feeKindOf } from '../../savings/account-fees.ts'
import type { DocumentLanguage } from '../document-language.ts'
import { documentLabels, operationLabel } from './document-labels.ts'

/** The entries that stand in a statement for themselves, whatever operation made them; fees of an operation and cash rounding besides. */
const namedEntries = [
  'savings-transfer',
  'savings-taken-over',
  'interest',
  'overdraft-interest',
  'tax-on-interest',
  'interest-forfeited',
  'monthly-fee',
  'missed-installment-fee',
  'fees-owed',
  'deposit-at-maturity',
  'balance-paid-out',
] as const satisfies readonly EntryDescription[]
type NamedEntry = (typeof namedEntries)[number]

const words: Readonly<Record<DocumentLanguage, Readonly<Record<NamedEntry, string>>>> = {
  en: {
    'savings-transfer': 'Transfer',
    'savings-taken-over': 'Balance taken over',
    interest: 'Interest',
    'overdraft-interest': 'Overdraft interest',
    'tax-on-interest': 'Tax on interest',
    'interest-forfeited': 'Interest forfeited',
    'monthly-fee': 'Monthly fee',
    'missed-installment-fee': 'Missed installment fee',
    'fees-owed': 'Fees owed',
    'deposit-at-maturity': 'Deposit at maturity',
    'balance-paid-out': 'Balance paid out',
  },
  fr: {
    'savings-transfer': 'Virement',
    'savings-taken-over': 'Solde repris',
    interest: 'Intérêts',
    'overdraft-interest': 'Intérêts de découvert',
    'tax-on-interest': 'Impôt sur les intérêts',
    'interest-forfeited': 'Intérêts perdus',
    'monthly-fee': 'Frais mensuels',
    'missed-installment-fee': 'Frais de versement manqué',
    'fees-owed': 'Frais dus',
    'deposit-at-maturity': 'Dépôt à l’échéance',
    'balance-paid-out': 'Solde versé',
  },
  es: {
    'savings-transfer': 'Transferencia',
    'savings-taken-over': 'Saldo traspasado del sistema anterior',
    interest: 'Intereses',
    'overdraft-interest': 'Intereses de descubierto',
    'tax-on-interest': 'Impuesto sobre intereses',
    'interest-forfeited': 'Intereses perdidos',
    'monthly-fee': 'Comisión mensual',
    'missed-installment-fee': 'Comisión por cuota no pagada',
    'fees-owed': 'Comisiones debidas',
    'deposit-at-maturity': 'Depósito al vencimiento',
    'balance-paid-out': 'Saldo pagado',
  },
  pt: {
    'savings-transfer': 'Transferência',
    'savings-taken-over': 'Saldo transitado',
    interest: 'Juros',
    'overdraft-interest': 'Juros do descoberto',
    'tax-on-interest': 'Imposto sobre juros',
    'interest-forfeited': 'Juros perdidos',
    'monthly-fee': 'Comissão mensal',
    'missed-installment-fee': 'Comissão por prestação em falta',
    'fees-owed': 'Comissões em dívida',
    'deposit-at-maturity': 'Depósito no vencimento',
    'balance-paid-out': 'Saldo pago',
  },
  sw: {
    'savings-transfer': 'Uhamisho',
    'savings-taken-over': 'Salio lililohamishwa',
    interest: 'Riba',
    'overdraft-interest': 'Riba ya overdrafti',
    'tax-on-interest': 'Kodi ya riba',
    'interest-forfeited': 'Riba iliyopotezwa',
    'monthly-fee': 'Ada ya mwezi',
    'missed-installment-fee': 'Ada ya awamu iliyokosekana',
    'fees-owed': 'Ada zinazodaiwa',
    'deposit-at-maturity': 'Amana iliyoiva',
    'balance-paid-out': 'Salio limelipwa',
  },
  ar: {
    'savings-transfer': 'تحويل',
    'savings-taken-over': 'رصيد منقول',
    interest: 'فوائد',
    'overdraft-interest': 'فوائد السحب على المكشوف',
    'tax-on-interest': 'ضريبة على الفوائد',
    'interest-forfeited': 'فوائد مسقطة',
    'monthly-fee': 'رسم شهري',
    'missed-installment-fee': 'رسم قسط فائت',
    'fees-owed': 'رسوم غير مدفوعة',
    'deposit-at-maturity': 'وديعة عند الاستحقاق',
    'balance-paid-out': 'صرف الرصيد',
  },
  hi: {
    'savings-transfer': 'अंतरण',
    'savings-taken-over': 'लाया गया शेष',
    interest: 'ब्याज',
    'overdraft-interest': 'ओवरड्राफ़्ट ब्याज',
    'tax-on-interest': 'ब्याज पर कर',
    'interest-forfeited': 'ज़ब्त ब्याज',
    'monthly-fee': 'मासिक शुल्क',
    'missed-installment-fee': 'छूटी किस्त का शुल्क',
    'fees-owed': 'बकाया शुल्क',
    'deposit-at-maturity': 'परिपक्व जमा',
    'balance-paid-out': 'शेष का भुगतान',
  },
}

/** What a line of an account's statement is called: interest, tax and fees by their own names, the rest by the operation. */
export function statementLineLabel(
  { description, operation }: { readonly description: string; readonly operation: string },
  language: DocumentLanguage,
): string {
  const labels = documentLabels[language]
  const fee = feeKindOf(description)
  if (fee) return labels.fees[fee]
  const meaning = entryMeaning(description)
  if (meaning?.of === 'cash-rounding') return labels.cashRounding
  const named = meaning && !meaning.isReversal && namedEntries.find(one => one === meaning.of)
  return named ? words[language][named] : operationLabel(operation, labels)
}
