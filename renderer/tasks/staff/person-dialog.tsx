import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffAnswer } from '../../../core/query/institution-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { useOpenSession, usePermission } from '../../lib/session.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Money } from '../../ui/money.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { BranchField } from './branch-field.tsx'
import { PassphraseHere } from './passphrase-here.tsx'
import classes from './person-dialog.module.css'

interface PersonDialogProps {
  readonly person: StaffAnswer
  readonly onClose: () => void
}

/** One colleague: limits, a passphrase on this computer, an invitation for another computer, and suspension, which asks twice. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation('frame')
  const session = useOpenSession()
  const currency = session?.institution.currency
  const limit = (amountMinor: bigint) => currency && <Money amountMinor={amountMinor} currency={currency} />
  const isActiveColleague = person.status === 'active' && person.staffId !== session?.signedIn.staffId
  return (
    <Dialog title={<bdi>{person.name}</bdi>} onClose={onClose}>
      <Facts
        facts={[
          [t('staff-code'), <bdi key="code">{person.code}</bdi>],
          [t('role'), t(`role-${person.role}`)],
          [t('limit-in'), limit(person.limits.cashInMinor)],
          [t('limit-out'), limit(person.limits.cashOutMinor)],
          [t('limit-reversal'), limit(person.limits.reversalMinor)],
          [t('limit-drawer'), limit(person.limits.drawerDifferenceMinor)],
        ]}
      />
      {isActiveColleague && <PassphraseHere person={person} />}
      {person.status === 'active' && <Invite staffId={person.staffId} />}
      {isActiveColleague && <Suspend person={person} onDone={onClose} />}
    </Dialog>
  )
}

/** A one-time code with which this person's next computer joins the institution. */
function Invite({ staffId }: { readonly staffId: string }) {
  const { t } = useTranslation('frame')
  const { key } = useOperationKey()
  const invite = useCommand<'device.invite'>()
  const [branchId, setBranchId] = useState('')
  const of = branchId === '' ? {} : { branchId }
  const mayInvite = usePermission('device')
  const code = invite.answer?.created.invitation
  if (!mayInvite) return null
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t('invite-device')}</h3>
      {code ? (
        <>
          <output className={classes.code} data-selectable>
            {code}
          </output>
          <p className={classes.text}>{t('invite-shown-once')}</p>
        </>
      ) : (
        <>
          <p className={classes.text}>{t('invite-about')}</p>
          {invite.refusal && <RefusalNote refusal={invite.refusal} />}
          <BranchField branchId={branchId} onBranch={setBranchId} />
          <Action isBusy={invite.isBusy} onAct={() => void invite.run({ type: 'device.invite', key, staffId, ...of })}>
            {t('invite-make')}
          </Action>
        </>
      )}
    </section>
  )
}

function Suspend({ person, onDone }: { readonly person: StaffAnswer; readonly onDone: () => void }) {
  const { t } = useTranslation('frame')
  const { key } = useOperationKey()
  const [isAsked, setAsked] = useState(false)
  const suspend = useCommand<'staff.suspend'>()
  async function run(): Promise<void> {
    const result = await suspend.run({ type: 'staff.suspend', key, staffId: person.staffId })
    if (result.ok) onDone()
  }
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{t('suspend')}</h3>
      <p className={classes.text}>
        {t('suspend-about')} {t('books-rekeyed')}
      </p>
      {suspend.refusal && <RefusalNote refusal={suspend.refusal} />}
      {isAsked ? (
        <PrimaryAction tone="wrong" isBusy={suspend.isBusy} onAct={() => void run()}>
          {t('suspend-now', { name: person.name })}
        </PrimaryAction>
      ) : (
        <Action tone="wrong" onAct={() => setAsked(true)}>
          {t('suspend-ask')}
        </Action>
      )}
    </section>
  )
}
