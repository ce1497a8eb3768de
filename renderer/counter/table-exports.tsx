import { IconFileSpreadsheet, IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Action } from '../ui/action.tsx'
import type { Paper, PaperRun } from './use-paper.ts'

interface TableExportsProps {
  readonly paper: PaperRun
  /** What is on the screen; nothing while it is not there yet. */
  readonly request: Paper | undefined
}

/** What is on the screen as a paper, as a workbook, and as text for other programs. */
export function TableExports({ paper, request }: TableExportsProps) {
  const { t } = useTranslation('statements')
  const isOff = request === undefined || paper.run.isBusy
  const give = (output: 'pdf' | 'xlsx' | 'csv') => () => {
    if (request) void paper.produce(request, output)
  }
  return (
    <>
      <Action shortcut="p" icon={<IconFileTypePdf size={16} />} onAct={give('pdf')} disabled={isOff}>
        {t('save-pdf')}
      </Action>
      <Action shortcut="x" icon={<IconFileSpreadsheet size={16} />} onAct={give('xlsx')} disabled={isOff}>
        {t('save-excel')}
      </Action>
      <Action shortcut="v" icon={<IconFileTypeCsv size={16} />} onAct={give('csv')} disabled={isOff}>
        {t('save-csv')}
      </Action>
    </>
  )
}
