import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BooksExport } from '../../../core/engine/export-books.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatNumber } from '../../lib/format-count.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Action } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './audit.module.css'

/** The whole books as plain text for other programs, signed; the figures of its control block are shown. */
export function ExportPanel() {
  const { t } = useTranslation('audit')
  const [folder, setFolder] = useState('')
  const books = useCommand<'export.books'>()
  const choice = useCommand<'folder.choose'>()
  function submit(event: FormEvent): void {
    event.preventDefault()
    void books.run({ type: 'export.books', folder: folder.trim(), order: { format: 'all' } })
  }
  async function choose(): Promise<void> {
    const chosen = await choice.run({ type: 'folder.choose' })
    if (chosen.ok && chosen.value.folder !== null) setFolder(chosen.value.folder)
  }
  return (
    <Panel title={t('export')}>
      <form className={classes.part} onSubmit={submit}>
        <TextField label={t('export-folder')} text={folder} onText={setFolder} dir="ltr" />
        <div className={classes.actions}>
          <Action isBusy={choice.isBusy} onAct={() => void choose()}>
            {t('export-choose')}
          </Action>
          <Action isBusy={books.isBusy} disabled={folder.trim() === ''}>
            {t('export-all')}
          </Action>
        </div>
        {choice.refusal && <RefusalNote refusal={choice.refusal} />}
        {books.refusal && <RefusalNote refusal={books.refusal} />}
        {books.answer && <Exported made={books.answer} />}
      </form>
    </Panel>
  )
}

function Exported({ made: { folder, sets } }: { readonly made: BooksExport }) {
  const { t, i18n } = useTranslation('audit')
  const [control] = sets.map(set => set.control)
  if (!control) return null
  return (
    <div role="status">
      <p className={classes.text}>
        <bdi dir="ltr" className={classes.place} data-selectable>
          {folder}
        </bdi>
      </p>
      <Facts
        facts={[
          [t('export-done'), formatNumber(control.records, i18n.language)],
          [t('check-lines'), formatNumber(control.lines, i18n.language)],
          ...control.turnover.map(
            ({ currency, debitMinor }) =>
              [t('export-turnover'), <Money key={currency} amountMinor={debitMinor} currency={currency} />] as const,
          ),
        ]}
      />
    </div>
  )
}
