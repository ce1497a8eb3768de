import { useTranslation } from 'react-i18next'
import type { RecordRef } from '../../core/journal/record.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { Panel } from '../ui/panel.tsx'
import { RefusalNote } from '../ui/refusal-note.tsx'

/** A record's receipt as it will be on paper. */
export function ReceiptView({ record }: { readonly record: RecordRef }) {
  const { t, i18n } = useTranslation('cash')
  const { answer, refusal } = useAnswer({
    type: 'document',
    document: { kind: 'receipt', record, locale: i18n.language },
  })
  if (refusal) return <RefusalNote refusal={refusal} />
  return <Panel title={t('receipt-number')}>{answer?.kind === 'receipt' && answer.number}</Panel>
}
