import { feeKindOf } from '../../savings/account-fees.ts'
import type { DocumentLanguage } from '../document-language.ts'
import { documentLabels, operationLabel } from './document-labels.ts'

/** The entries that stand in a statement for themselves, whatever operation made them; an operation's fees besides. */
const entries: readonly string[] = [
  'Savings transfer',
  'Savings taken over',
  'Interest',
  'Overdraft interest',
  'Tax on interest',
  'Interest forfeited',
  'Monthly fee',
  'Missed installment fee',
  'Fees owed',
  'Deposit at maturity',
  'Balance paid out',
]

const words: Readonly<Record<DocumentLanguage, readonly string[]>> = {
  en: [
    'Transfer',
    'Balance taken over',
    'Interest',
    'Overdraft interest',
    'Tax on interest',
    'Interest forfeited',
    'Monthly fee',
    'Missed installment fee',
    'Fees owed',
    'Deposit at maturity',
    'Balance paid out',
  ],
  fr: [
    'Virement',
    'Solde repris',
    'Intérêts',
    'Intérêts de découvert',
    'Impôt sur les intérêts',
    'Intérêts perdus',
    'Frais mensuels',
    'Frais de versement manqué',
    'Frais dus',
    'Dépôt à l’échéance',
    'Solde versé',
  ],
  es: [
    'Transferencia',
    'Saldo traspasado del sistema anterior',
    'Intereses',
    'Intereses de descubierto',
    'Impuesto sobre intereses',
    'Intereses perdidos',
    'Comisión mensual',
    'Comisión por cuota no pagada',
    'Comisiones debidas',
    'Depósito al vencimiento',
    'Saldo pagado',
  ],
  pt: [
    'Transferência',
    'Saldo transitado',
    'Juros',
    'Juros do descoberto',
    'Imposto sobre juros',
    'Juros perdidos',
    'Comissão mensal',
    'Comissão por prestação em falta',
    'Comissões em dívida',
    'Depósito no vencimento',
    'Saldo pago',
  ],
  sw: [
    'Uhamisho',
    'Salio lililohamishwa',
    'Riba',
    'Riba ya overdrafti',
    'Kodi ya riba',
    'Riba iliyopotezwa',
    'Ada ya mwezi',
    'Ada ya awamu iliyokosekana',
    'Ada zinazodaiwa',
    'Amana iliyoiva',
    'Salio limelipwa',
  ],
  ar: [
    'تحويل',
    'رصيد منقول',
    'فوائد',
    'فوائد السحب على المكشوف',
    'ضريبة على الفوائد',
    'فوائد مسقطة',
    'رسم شهري',
    'رسم قسط فائت',
    'رسوم غير مدفوعة',
    'وديعة عند الاستحقاق',
    'صرف الرصيد',
  ],
  hi: [
    'अंतरण',
    'लाया गया शेष',
    'ब्याज',
    'ओवरड्राफ़्ट ब्याज',
    'ब्याज पर कर',
    'ज़ब्त ब्याज',
    'मासिक शुल्क',
    'छूटी किस्त का शुल्क',
    'बकाया शुल्क',
    'परिपक्व जमा',
    'शेष का भुगतान',
  ],
}

/** What a line of an account's statement is called: interest, tax and fees by their own names, the rest by the operation. */
export function statementLineLabel(
  { description, operation }: { readonly description: string; readonly operation: string },
  language: DocumentLanguage,
): string {
  const labels = documentLabels[language]
  if (description === 'Cash rounding') return labels.cashRounding
  const fee = feeKindOf(description)
  return fee ? labels.fees[fee] : (words[language][entries.indexOf(description)] ?? operationLabel(operation, labels))
}
