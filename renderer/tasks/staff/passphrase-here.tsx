import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mayManage } from '../../../core/authority/roles.ts'
import type { StaffAnswer } from '../../../core/query/institution-answers.ts'
import { passphraseMin } from '../../lib/passphrase-min.ts'
import { useOpenSession, usePermission } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { PrimaryAction, QuietAction } from '../../ui/action.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import classes from './person-dialog.module.css'

const empty = { passphrase: '', again: '' }

/** Lets a colleague sign in on this computer, for the first time or after a passphrase was forgotten. */
export function PassphraseHere({ person }: { readonly person: StaffAnswer }) {
  const { t } = useTranslation('frame')
  const { key } = useOperationKey()
  const [isAsked, setAsked] = useState(false)
  const [typed, setTyped] = useState(empty)
  const set = useCommand<'staff.set-passphrase'>()
  const ownRole = useOpenSession()?.signedIn.role
  const maySet = usePermission('staff') && ownRole !== undefined && mayManage(ownRole, person.role)
  const differs = typed.again !== '' && typed.again !== typed.passphrase
  const isReady = typed.passphrase.length >= passphraseMin && typed.again === typed.passphrase
  const change = (part: Partial<typeof empty>): void => {
    set.forget()
    setTyped({ ...typed, ...part })
  }
  const { staffId, name, code } = person
  async function run(): Promise<void> {
    const result = await set.run({ type: 'staff.set-passphrase', key, staffId, passphrase: typed.passphrase })
    if (result.ok) setTyped(empty)
  }
  if (!maySet) return null
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t('passphrase-here')}</h3>
      {set.state === 'done' ? (
        <p className={classes.text} role="status">
          {t('passphrase-here-done', { name, code })}
        </p>
      ) : (
        <p className={classes.text}>{t(person.signsInHere ? 'passphrase-here-has' : 'passphrase-here-none')}</p>
      )}
      {set.state !== 'done' && !isAsked && (
        <QuietAction onAct={() => setAsked(true)}>{t('passphrase-here-ask')}</QuietAction>
      )}
      {set.state !== 'done' && isAsked && (
        <form
          className={classes.form}
          onSubmit={event => {
            event.preventDefault()
            if (isReady) void run()
          }}
        >
          <TextField
            secret
            label={t('passphrase-next')}
            hint={t('passphrase-hint')}
            text={typed.passphrase}
            onText={passphrase => change({ passphrase })}
            autoFocus
          />
          <TextField
            secret
            label={t('passphrase-again')}
            text={typed.again}
            onText={again => change({ again })}
            error={differs && t('passphrase-differs')}
          />
          {set.refusal && <RefusalNote refusal={set.refusal} />}
          <div>
            <PrimaryAction isBusy={set.isBusy} disabled={!isReady}>
              {t('passphrase-here-now', { name })}
            </PrimaryAction>
          </div>
        </form>
      )}
    </section>
  )
}
