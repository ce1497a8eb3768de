import type { ItemMark } from '../../audit/audit-commands.ts'
import type { SampleMethod } from '../../audit/sample-method.ts'
import type { DocumentLanguage } from '../document-language.ts'

/** The words of an auditor's working paper in one language: on screen, on paper and in files. */
export interface WorkingPaperLabels {
  readonly title: string
  readonly methods: Readonly<Record<SampleMethod, string>>
  readonly marks: Readonly<Record<ItemMark, string>>
  readonly seed: string
  readonly mark: string
  readonly note: string
  /** What the sample was drawn from: as it was then, and as the books are now. */
  readonly population: readonly [string, string]
}

/** By language. */
export const workingPaperLabels: Readonly<Record<DocumentLanguage, WorkingPaperLabels>> = {
  en: {
    title: 'Audit working paper',
    methods: { random: 'At random', 'monetary-unit': 'By amount (monetary unit)', largest: 'Largest amounts' },
    marks: { agreed: 'Agreed', exception: 'Exception', noted: 'Remark' },
    seed: 'Seed',
    mark: 'Mark',
    note: 'Note',
    population: ['Population when drawn', 'Population now'],
  },
  fr: {
    title: 'Feuille de travail d’audit',
    methods: { random: 'Au hasard', 'monetary-unit': 'Par montant (unité monétaire)', largest: 'Plus grands montants' },
    marks: { agreed: 'Conforme', exception: 'Anomalie', noted: 'Remarque' },
    seed: 'Graine',
    mark: 'Pointage',
    note: 'Note',
    population: ['Population au tirage', 'Population actuelle'],
  },
  es: {
    title: 'Papel de trabajo de auditoría',
    methods: { random: 'Al azar', 'monetary-unit': 'Por importe (unidad monetaria)', largest: 'Importes mayores' },
    marks: { agreed: 'Conforme', exception: 'Excepción', noted: 'Observación' },
    seed: 'Semilla',
    mark: 'Marca',
    note: 'Nota',
    population: ['Población al extraer', 'Población actual'],
  },
  pt: {
    title: 'Papel de trabalho de auditoria',
    methods: { random: 'Ao acaso', 'monetary-unit': 'Por valor (unidade monetária)', largest: 'Maiores valores' },
    marks: { agreed: 'Conforme', exception: 'Exceção', noted: 'Observação' },
    seed: 'Semente',
    mark: 'Marca',
    note: 'Nota',
    population: ['População na extração', 'População atual'],
  },
  sw: {
    title: 'Karatasi ya kazi ya ukaguzi',
    methods: {
      random: 'Kwa bahati nasibu',
      'monetary-unit': 'Kwa kiasi (kila kiasi cha pesa)',
      largest: 'Viasi vikubwa',
    },
    marks: { agreed: 'Imekubaliana', exception: 'Kasoro', noted: 'Maelezo' },
    seed: 'Mbegu',
    mark: 'Alama',
    note: 'Maelezo',
    population: ['Jumla wakati wa kuchagua', 'Jumla sasa'],
  },
  ar: {
    title: 'ورقة عمل تدقيق',
    methods: { random: 'عشوائياً', 'monetary-unit': 'بحسب المبلغ (الوحدة النقدية)', largest: 'أكبر المبالغ' },
    marks: { agreed: 'مطابق', exception: 'استثناء', noted: 'ملاحظة' },
    seed: 'البذرة',
    mark: 'العلامة',
    note: 'ملاحظة',
    population: ['المجتمع عند السحب', 'المجتمع الآن'],
  },
  hi: {
    title: 'लेखा-परीक्षा कार्यपत्र',
    methods: { random: 'यादृच्छिक', 'monetary-unit': 'राशि के अनुसार (मुद्रा इकाई)', largest: 'सबसे बड़ी राशियाँ' },
    marks: { agreed: 'सही मिला', exception: 'अपवाद', noted: 'टिप्पणी' },
    seed: 'बीज',
    mark: 'चिह्न',
    note: 'टिप्पणी',
    population: ['चुनते समय कुल', 'अभी कुल'],
  },
}
