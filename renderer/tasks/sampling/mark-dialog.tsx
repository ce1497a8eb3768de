import { useTranslation } from 'react-i18next'
import { documentLanguage } from '../../../core/documents/document-language.ts'
import { workingPaperLabels } from '../../../core/documents/labels/working-paper-labels.ts'
import type { PaperItem } from '../../../core/storage/working-paper-items.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface MarkDialogProps {
  readonly paperId: string
  readonly found: { readonly item: PaperItem; readonly mark: 'exception' | 'noted' }
  readonly onClose: () => void
}

/** What an exception is, or what there is to remark; Enter keeps it. */
export function MarkDialog({ paperId, found: { item, mark }, onClose }: MarkDialogProps) {
  const { t, i18n } = useTranslation('audit')
  const { marks } = workingPaperLabels[documentLanguage(i18n.language)]
  const { record, marked } = item
  const draft = useDraft(`audit/mark/${paperId}/${record.log}/${record.seq}`, { note: marked?.note ?? '' })
  const marking = useCommand<'audit.mark-item'>()
  const note = draft.values.note.trim()
  async function keep(): Promise<void> {
    if (note === '') return
    const kept = await marking.run({ type: 'audit.mark-item', key: draft.key, paperId, record, mark, note })
    if (!kept.ok) return
    draft.discard()
    onClose()
  }
  if (!draft.isReady) return null
  return (
    <Dialog
      title={marks[mark]}
      onClose={onClose}
      onSubmit={() => void keep()}
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction keyShown="enter" isBusy={marking.isBusy} disabled={note === ''}>
            {t('mark-save')}
          </PrimaryAction>
        </>
      }
    >
      <TextField
        label={t('mark-note')}
        text={draft.values.note}
        onText={text => draft.change({ note: text })}
        maxLength={120}
        autoFocus
      />
      {marking.refusal && <RefusalNote refusal={marking.refusal} />}
    </Dialog>
  )
}
