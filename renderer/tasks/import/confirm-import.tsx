import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './import.module.css'

export interface Second {
  readonly code: string
  readonly passphrase: string
}

interface ConfirmImportProps {
  readonly needsSecondPerson: boolean
  readonly label: string
  readonly onImport: (second?: Second) => void
  readonly onBack: () => void
  readonly backLabel: string
}

/** What is ready is imported; what takes two people is signed by a second person, who has seen the list of rows. */
export function ConfirmImport({ needsSecondPerson, label, onImport, onBack, backLabel }: ConfirmImportProps) {
  const { t } = useTranslation('import')
  const [code, setCode] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const isReady = !needsSecondPerson || (code.trim().length >= 2 && passphrase.length > 0)
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!isReady) return
    onImport(needsSecondPerson ? { code: code.trim().toUpperCase(), passphrase } : undefined)
    setPassphrase('')
  }
  return (
    <form className={classes.part} onSubmit={submit}>
      {needsSecondPerson && (
        <>
          <p className={classes.text}>{t('second-about')}</p>
          <div className={classes.fields}>
            <TextField label={t('second-code')} text={code} onText={setCode} dir="ltr" autoFocus />
            <TextField label={t('second-passphrase')} text={passphrase} onText={setPassphrase} secret dir="ltr" />
          </div>
        </>
      )}
      <div className={classes.actions}>
        <PrimaryAction disabled={!isReady} autoFocus={!needsSecondPerson}>
          {label}
        </PrimaryAction>
        <Action onAct={onBack}>{backLabel}</Action>
      </div>
    </form>
  )
}
