import { IconFileTypePdf, IconPrinter, IconReceipt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RecordRef } from '../../core/journal/record.ts'
import { Action } from '../ui/action.tsx'
import { PaperResult } from './paper-result.tsx'
import classes from './receipt-actions.module.css'
import { type PaperOutput, usePaper } from './use-paper.ts'

/** The ways in which a receipt leaves the window: the pocket printer, a PDF, or the printer's bytes as a file. */
export function ReceiptActions({ record }: { readonly record: RecordRef }) {
  const { t } = useTranslation('cash')
  const paper = usePaper()
  const give = (output: PaperOutput) => () => void paper.produce({ kind: 'receipt', record, forClient: true }, output)
  const isBusy = paper.run.isBusy
  return (
    <div className={classes.actions}>
      <div className={classes.buttons}>
        <Action shortcut="p" icon={<IconPrinter size={16} />} onAct={give('printer')} disabled={isBusy}>
          {t('print')}
        </Action>
        <Action shortcut="f" icon={<IconFileTypePdf size={16} />} onAct={give('pdf')} disabled={isBusy}>
          {t('pdf')}
        </Action>
        <Action icon={<IconReceipt size={16} />} onAct={give('escpos-file')} disabled={isBusy}>
          {t('escpos-file')}
        </Action>
      </div>
      <PaperResult paper={paper} />
    </div>
  )
}
