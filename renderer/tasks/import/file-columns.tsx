import { Checkbox } from '@mantine/core'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportFile } from '../../../core/engine/open-import.ts'
import { dateOrders, decimalMarks } from '../../../core/import/formats.ts'
import { fieldsOfKind, type ImportField, type ImportKind } from '../../../core/import/import-kinds.ts'
import type { CommandRun } from '../../lib/use-command.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Columns, Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './import.module.css'
import { fieldsOf, type ImportForm, isComplete } from './import-form.ts'
import { SampleRows } from './sample-rows.tsx'

interface FileColumnsProps {
  readonly file: ImportFile
  readonly form: ImportForm
  readonly kinds: readonly ImportKind[]
  readonly opening: Pick<CommandRun<'import.open'>, 'isBusy' | 'refusal'>
  readonly onChange: (changes: Partial<ImportForm>) => void
  readonly onChoose: () => void
  readonly onCheck: () => void
}

/** The second step: what the file holds, which column is what, and how days and decimals are written. */
export function FileColumns({ file, form, kinds, opening, onChange, onChoose, onCheck }: FileColumnsProps) {
  const { t } = useTranslation('import')
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (isComplete(form)) onCheck()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Columns>
          <Panel title={t('what')}>
            <div className={classes.part}>
              {kinds.length > 1 && (
                <SelectField
                  label={t('kind')}
                  value={form.kind}
                  options={kinds.map(kind => ({ value: kind, label: t(`kind-${kind}`) }))}
                  onValue={kind => onChange({ kind })}
                  autoFocus
                />
              )}
              <TextField
                label={t(form.kind === 'deposits' ? 'collection-name' : 'name')}
                hint={t(form.kind === 'deposits' ? 'collection-name-hint' : 'name-hint')}
                text={form.name}
                maxLength={120}
                required
                autoFocus={kinds.length === 1}
                onText={name => onChange({ name })}
              />
              {form.kind !== 'deposits' && (
                <SelectField
                  label={t('date-order')}
                  value={form.dateOrder}
                  options={dateOrders.map(value => ({ value, label: t(`order-${value}`) }))}
                  onValue={dateOrder => onChange({ dateOrder })}
                />
              )}
              <SelectField
                label={t('decimal-mark')}
                value={form.decimalMark}
                options={decimalMarks.map(value => ({ value, label: t(value === '.' ? 'mark-point' : 'mark-comma') }))}
                onValue={decimalMark => onChange({ decimalMark })}
              />
              {form.kind === 'clients' && (
                <Checkbox
                  label={t('shared')}
                  checked={form.sharedIsOther}
                  onChange={event => onChange({ sharedIsOther: event.currentTarget.checked })}
                />
              )}
            </div>
          </Panel>
          <Panel title={t('step-columns')}>
            <div className={classes.fields}>
              {fieldsOf(form.kind).map(field => (
                <ColumnOfField key={field} field={field} file={file} form={form} onChange={onChange} />
              ))}
            </div>
          </Panel>
        </Columns>
        <SampleRows file={file} form={form} />
        <div className={classes.actions}>
          <Action isBusy={opening.isBusy} onAct={onChoose}>
            {t('choose-other')}
          </Action>
          <PrimaryAction disabled={!isComplete(form)}>{t('check')}</PrimaryAction>
        </div>
        {opening.refusal && <RefusalNote refusal={opening.refusal} />}
      </Stack>
    </form>
  )
}

interface ColumnOfFieldProps extends Pick<FileColumnsProps, 'file' | 'form' | 'onChange'> {
  readonly field: ImportField
}

const nowhere = 'none'

function ColumnOfField({ field, file, form, onChange }: ColumnOfFieldProps) {
  const { t } = useTranslation(['import', 'refusals'])
  const { [field]: place, ...others } = form.mapping
  const columns = file.columns.map((name, at) => ({ value: String(at), label: name || String(at + 1) }))
  return (
    <SelectField
      label={t(`refusals:field-${field}`)}
      required={fieldsOfKind[form.kind].required.includes(field)}
      value={place === undefined ? nowhere : String(place)}
      options={[{ value: nowhere, label: t('import:not-in-file') }, ...columns]}
      onValue={value =>
        onChange({ mapping: value === nowhere ? others : { ...others, [field]: Number.parseInt(value, 10) } })
      }
    />
  )
}
