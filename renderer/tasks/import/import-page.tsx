import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportFile } from '../../../core/engine/open-import.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { ask, execute } from '../../lib/branch.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Steps } from '../../ui/steps.tsx'
import { ChooseFile } from './choose-file.tsx'
import { FileColumns } from './file-columns.tsx'
import {
  formOf,
  type ImportForm,
  type ImportPurpose,
  kindsFor,
  nextName,
  savedText,
  specOf,
  withSaved,
} from './import-form.ts'
import { ImportRun } from './import-run.tsx'
import { useImportRun } from './use-import-run.ts'

/** A file becomes clients, accounts or journals: chosen, read, checked row by row, imported, with a list of what became of each. */
export function ImportPage({ purpose }: { readonly purpose: ImportPurpose }) {
  const { t } = useTranslation('import')
  const { file, form, setForm, opening, choose, paste, close } = useOpenFile(purpose)
  const rows = useImportRun()
  const { batch, isImporting, check, run } = rows

  async function change(changes: Partial<ImportForm>): Promise<void> {
    if (!form || !file) return
    const next = { ...form, ...changes }
    const isOtherKind = next.kind !== form.kind
    setForm(isOtherKind ? await remembered({ ...next, mapping: file.mappings[next.kind] }, file.columns) : next)
  }
  async function begin(name = form?.name ?? ''): Promise<void> {
    if (!form || !file) return
    setForm({ ...form, name })
    await execute({ type: 'draft.save', form: `import/${form.kind}`, body: savedText(form, file.columns) })
    await rows.begin(specOf({ ...form, name }))
  }
  function next(): void {
    rows.back()
    close()
  }
  const step = !file || !form ? 0 : batch === undefined ? 1 : isImporting ? 3 : 2
  return (
    <Page>
      <PageHeader title={t(purpose)} subtitle={t(`${purpose}-hint`)} />
      <Steps labels={[t('step-file'), t('step-columns'), t('step-check'), t('step-result')]} current={step} />
      {(!file || !form) && (
        <ChooseFile
          opening={opening}
          onChoose={() => void choose()}
          onPaste={purpose === 'collection' ? text => void paste(text) : undefined}
        />
      )}
      {file && form && batch === undefined && (
        <FileColumns
          file={file}
          form={form}
          kinds={kindsFor(purpose)}
          opening={opening}
          onChange={changes => void change(changes)}
          onChoose={() => void choose()}
          onCheck={() => void begin()}
        />
      )}
      {file && form && batch !== undefined && (
        <ImportRun
          key={batch}
          batch={batch}
          kind={form.kind}
          work={isImporting ? run : check}
          refused={run.refusal}
          onImport={isImporting ? undefined : second => void rows.importRows(specOf(form), second)}
          onBack={rows.back}
          freeName={nextName(form.name)}
          onOther={name => void begin(name)}
          onNext={next}
          backLabel={t('back')}
          nextLabel={t('next-collection')}
        />
      )}
    </Page>
  )
}

/** The file or list that was opened last, and how it is to be read. */
function useOpenFile(purpose: ImportPurpose) {
  const { i18n } = useTranslation()
  const today = useOpenSession()?.businessDate
  const [file, setFile] = useState<ImportFile>()
  const [form, setForm] = useState<ImportForm>()
  const opening = useCommand<'import.open' | 'import.paste'>()
  async function show(opened: Result<ImportFile | null, Refusal>): Promise<void> {
    if (!opened.ok || opened.value === null) return
    const name = purpose === 'collection' && today ? `${formatDate(today, i18n.language)} ` : ''
    setFile(opened.value)
    setForm(await remembered(formOf(opened.value, name, kindsFor(purpose)), opened.value.columns))
  }
  const choose = async (): Promise<void> => show(await opening.run({ type: 'import.open' }))
  const paste = async (text: string): Promise<void> => show(await opening.run({ type: 'import.paste', text }))
  function close(): void {
    setFile(undefined)
    setForm(undefined)
  }
  return { file, form, setForm, opening, choose, paste, close }
}

async function remembered(form: ImportForm, columns: readonly string[]): Promise<ImportForm> {
  const saved = await ask({ type: 'draft', form: `import/${form.kind}` })
  return withSaved(form, saved.ok ? saved.value : null, columns)
}
