import { useTranslation } from 'react-i18next'
import type { RecordRef } from '../../core/journal/record.ts'
import { ReceiptSheet } from '../documents/receipt-sheet.tsx'
import { useAnswer } from '../lib/use-answer.ts'
import { RefusalNote } from '../ui/refusal-note.tsx'
import classes from './receipt-view.module.css'

/** A record's receipt as it will be on paper, reduced to fit beside what can be done with it. */
export function ReceiptView({ record }: { readonly record: RecordRef }) {
  const { t, i18n } = useTranslation('cash')
  const { answer, refusal } = useAnswer({
    type: 'document',
    document: { kind: 'receipt', record, locale: i18n.language },
  })
  if (refusal) return <RefusalNote refusal={refusal} />
  return (
    <section className={classes.desk} aria-label={t('receipt')}>
      {answer?.kind === 'receipt' && (
        <div className={classes.paper} data-selectable>
          <ReceiptSheet model={answer} />
        </div>
      )}
    </section>
  )
}
