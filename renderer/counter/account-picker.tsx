import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../core/query/savings-answers.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { QuietAction } from '../ui/action.tsx'
import { AccountStrip } from './account-strip.tsx'
import classes from './hit-picker.module.css'
import { HitPicker } from './hit-picker.tsx'

interface AccountPickerProps {
  readonly label: string
  /** The account that the money comes from: the client's other ones are offered first. */
  readonly from: AccountAnswer
  /** What was chosen; empty before. */
  readonly accountId: string
  readonly onAccount: (accountId: string) => void
}

/** The account that money goes to: the client's own ones at once, any other as one types. */
export function AccountPicker({ label, from, accountId, onAccount }: AccountPickerProps) {
  const { t } = useTranslation('savings')
  const { answer: client } = useAnswer({ type: 'client', clientId: from.clientId })
  const { answer: chosen } = useAnswer({ type: 'account', accountId }, { enabled: accountId !== '' })
  if (accountId === '')
    return (
      <HitPicker
        label={label}
        hint={t('pick-account-hint')}
        kind="account"
        suggested={(client?.accounts ?? [])
          .filter(({ status }) => status !== 'closed')
          .map(one => ({ id: one.accountId, name: client?.name ?? '', number: one.number, detail: one.productName }))}
        except={[from.accountId]}
        onPick={onAccount}
        autoFocus
      />
    )
  return (
    <div>
      <div className={classes.label}>{label}</div>
      <div className={classes.picked}>
        {chosen && <AccountStrip account={chosen} />}
        <QuietAction onAct={() => onAccount('')}>{t('pick-another')}</QuietAction>
      </div>
    </div>
  )
}
