import { useTranslation } from 'react-i18next'
import { isReceipt } from '../../core/documents/document-model.ts'
import type { RecordRef } from '../../core/journal/record.ts'
import { ReceiptPreview } from '../documents/receipt-preview.tsx'
import { useAnswer } from '../lib/use-answer.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import classes from './receipt-view.module.css'

/** A record's receipt as it will come out of the printer. */
export function ReceiptView({ record }: { readonly record: RecordRef }) {
  const { t, i18n } = useTranslation('cash')
  const { answer, refusal } = useAnswer({
    type: 'document',
    document: { kind: 'receipt', record, locale: i18n.language, forClient: true },
  })
  if (refusal) return <RefusalNote refusal={refusal} />
  return (
    <section className={classes.desk} aria-label={t('receipt')} data-selectable>
      {answer && isReceipt(answer) && <ReceiptPreview model={answer} />}
    </section>
  )
}
