import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { westernDigits } from '../../../core/customers/fold-text.ts'
import type { ChartRow } from '../../../core/query/ledger-answers.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './chart.module.css'

interface AddAccountDialogProps {
  readonly chart: readonly ChartRow[]
  readonly onClose: () => void
}

/** A new account under an open header, whose type it takes. */
export function AddAccountDialog({ chart, onClose }: AddAccountDialogProps) {
  const { t } = useTranslation('ledger')
  const { key } = useOperationKey()
  const headers = chart.filter(({ posting, isClosed }) => !posting && !isClosed)
  const [parent, setParent] = useState(headers[0]?.code ?? '')
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<'posting' | 'header'>('posting')
  const add = useCommand<'chart.add-account'>()
  const header = headers.find(row => row.code === parent)
  async function submit(): Promise<void> {
    if (!header) return
    const account = { code, name: name.trim(), accountType: header.type, parent, posting: kind === 'posting' }
    const result = await add.run({ type: 'chart.add-account', key, ...account })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('add-account')}
      onClose={onClose}
      onSubmit={() => void submit()}
      acts={
        <>
          <Action onAct={onClose}>{t('cancel')}</Action>
          <PrimaryAction
            keyShown="enter"
            isBusy={add.isBusy}
            disabled={code.length < 4 || name.trim() === '' || !header}
          >
            {t('add-account')}
          </PrimaryAction>
        </>
      }
    >
      <SelectField
        label={t('header')}
        value={parent}
        onValue={setParent}
        options={headers.map(row => ({ value: row.code, label: `${row.code} ${row.name}` }))}
        autoFocus
      />
      <div className={classes.pair}>
        <TextField
          label={t('code')}
          hint={t('code-hint')}
          text={code}
          onText={text => setCode(westernDigits(text).replace(/\D/g, ''))}
          inputMode="numeric"
          dir="ltr"
          maxLength={10}
          required
        />
        <SelectField
          label={t('kind')}
          value={kind}
          onValue={setKind}
          options={[
            { value: 'posting', label: t('kind-posting') },
            { value: 'header', label: t('kind-header') },
          ]}
        />
      </div>
      <TextField label={t('name')} text={name} onText={setName} maxLength={80} required />
      {add.refusal && <RefusalNote refusal={add.refusal} />}
    </Dialog>
  )
}
