import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportFile } from '../../../core/engine/open-import.ts'
import { ask, execute } from '../../lib/branch.ts'
import { useCommand } from '../../lib/use-command.ts'
import { newOperationKey } from '../../lib/use-operation-key.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Steps } from '../../ui/steps.tsx'
import { ChooseFile } from './choose-file.tsx'
import { FileColumns } from './file-columns.tsx'
import { formOf, type ImportForm, savedText, specOf, withSaved } from './import-form.ts'
import { ImportRun } from './import-run.tsx'

/** A file becomes clients, accounts or journals: chosen, read, checked row by row, imported, with a list of what became of each. */
export function ImportPage() {
  const { t } = useTranslation('import')
  const [file, setFile] = useState<ImportFile>()
  const [form, setForm] = useState<ImportForm>()
  const [batch, setBatch] = useState<string>()
  const [isImporting, setImporting] = useState(false)
  const opening = useCommand<'import.open'>()
  const check = useCommand<'import.check'>()
  const run = useCommand<'import.run'>()

  async function choose(): Promise<void> {
    const opened = await opening.run({ type: 'import.open' })
    if (!opened.ok || opened.value === null) return
    setFile(opened.value)
    setForm(await remembered(formOf(opened.value, ''), opened.value.columns))
  }
  async function change(changes: Partial<ImportForm>): Promise<void> {
    if (!form || !file) return
    const next = { ...form, ...changes }
    const isOtherKind = next.kind !== form.kind
    setForm(isOtherKind ? await remembered({ ...next, mapping: file.mappings[next.kind] }, file.columns) : next)
  }
  async function begin(): Promise<void> {
    if (!form || !file) return
    await execute({ type: 'draft.save', form: `import/${form.kind}`, body: savedText(form, file.columns) })
    const next = newOperationKey()
    run.forget()
    setImporting(false)
    setBatch(next)
    await check.run({ type: 'import.check', batch: next, spec: specOf(form) })
  }
  async function importRows(second?: { readonly code: string; readonly passphrase: string }): Promise<void> {
    if (!form) return
    const next = newOperationKey()
    setBatch(next)
    setImporting(true)
    const done = await run.run({ type: 'import.run', batch: next, spec: specOf(form), ...(second ? { second } : {}) })
    if (!done.ok && check.answer) {
      setImporting(false)
      setBatch(check.answer.batch)
    }
  }
  function back(): void {
    setBatch(undefined)
    setImporting(false)
    check.forget()
    run.forget()
  }
  const step = !file || !form ? 0 : batch === undefined ? 1 : isImporting ? 3 : 2
  return (
    <Page>
      <PageHeader title={t('import')} subtitle={t('import-hint')} />
      <Steps labels={[t('step-file'), t('step-columns'), t('step-check'), t('step-result')]} current={step} />
      {(!file || !form) && <ChooseFile opening={opening} onChoose={() => void choose()} />}
      {file && form && batch === undefined && (
        <FileColumns
          file={file}
          form={form}
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
          onImport={isImporting ? undefined : second => void importRows(second)}
          onBack={back}
        />
      )}
    </Page>
  )
}

async function remembered(form: ImportForm, columns: readonly string[]): Promise<ImportForm> {
  const saved = await ask({ type: 'draft', form: `import/${form.kind}` })
  return withSaved(form, saved.ok ? saved.value : null, columns)
}
