import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showRecoveryCode } from '../lib/first-run.ts'
import { usePreferences } from '../lib/preferences.ts'
import { useCommand } from '../lib/use-command.ts'
import { useCountdown } from '../lib/use-countdown.ts'
import { PrimaryAction } from './action.tsx'
import { CodeChoice } from './code-choice.tsx'
import { RefusalNote } from './refusal-note.tsx'
import classes from './sign-in-form.module.css'
import { TextField } from './text-field.tsx'

interface SignInFormProps {
  readonly codes: readonly string[]
  /** What is asked for in place of the passphrase. */
  readonly secretLabel?: string
  /** Something else comes first on the page: the field does not take the focus by itself. */
  readonly isSecond?: boolean
}

/** Code and passphrase; whoever worked here last need not choose theirs. After wrong ones the button waits as long as the engine says, and counts down. */
export function SignInForm({ codes, secretLabel, isSecond = false }: SignInFormProps) {
  const { t } = useTranslation('frame')
  const lastCode = usePreferences(({ lastStaffCode }) => lastStaffCode)
  const [code, setCode] = useState(codes.includes(lastCode) ? lastCode : (codes[0] ?? ''))
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const signIn = useCommand<'session.sign-in'>()
  const refusal = signIn.refusal
  const waitSeconds = refusal && 'waitSeconds' in refusal ? refusal.waitSeconds : 0
  const left = useCountdown(waitSeconds, refusal)
  const isWaiting = left > 0
  useEffect(() => {
    if (!isWaiting && !isSecond) field.current?.focus()
  }, [isWaiting, isSecond])
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (passphrase === '' || isWaiting) return
    const result = await signIn.run({ type: 'session.sign-in', code, passphrase })
    setPassphrase('')
    if (!result.ok) return field.current?.focus()
    if (result.value.recoveryCode) showRecoveryCode(result.value.recoveryCode, 'inherited')
  }
  return (
    <form className={classes.form} onSubmit={event => void submit(event)}>
      <CodeChoice codes={codes} code={code} onCode={setCode} />
      <TextField
        label={secretLabel ?? t('passphrase')}
        text={passphrase}
        onText={setPassphrase}
        secret
        readOnly={signIn.isBusy}
        autoFocus={!isSecond}
        inputRef={field}
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <div className={classes.action}>
        <PrimaryAction keyShown="enter" isBusy={signIn.isBusy} disabled={passphrase === '' || isWaiting}>
          {isWaiting ? t('sign-in-wait', { count: left }) : t('sign-in')}
        </PrimaryAction>
      </div>
    </form>
  )
}
