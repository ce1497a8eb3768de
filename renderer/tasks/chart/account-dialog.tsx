import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChartRow } from '../../../core/query/ledger-answers.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AccountBalances } from './account-balances.tsx'
import { AccountVersions } from './account-versions.tsx'

/** One account: its name to be changed, its balances, and every version of it with who made it. */
export function AccountDialog({ account, onClose }: { readonly account: ChartRow; readonly onClose: () => void }) {
  const { t } = useTranslation('ledger')
  const { code, isClosed } = account
  const { answer } = useAnswer({ type: 'ledger-account', code })
  const [name, setName] = useState(account.name)
  const { key, renew } = useOperationKey()
  const change = useCommand<'chart.change-account'>()
  async function save(part: { readonly name?: string; readonly isClosed?: boolean }): Promise<void> {
    const result = await change.run({ type: 'chart.change-account', key, code, ...part })
    if (result.ok) renew()
  }
  const typed = name.trim()
  return (
    <Dialog
      title={
        <>
          <bdi>{code}</bdi> <bdi>{account.name}</bdi>
        </>
      }
      size="lg"
      onClose={onClose}
      onSubmit={() => typed !== '' && typed !== account.name && void save({ name: typed })}
      acts={
        <>
          <Action
            tone={isClosed ? 'normal' : 'wrong'}
            isBusy={change.isBusy}
            onAct={() => void save({ isClosed: !isClosed })}
          >
            {t(isClosed ? 'reopen-account' : 'close-account')}
          </Action>
          <PrimaryAction keyShown="enter" isBusy={change.isBusy} disabled={typed === '' || typed === account.name}>
            {t('rename')}
          </PrimaryAction>
        </>
      }
    >
      <TextField
        label={t('name')}
        text={name}
        onText={text => {
          change.forget()
          setName(text)
        }}
        maxLength={80}
        autoFocus
      />
      {change.refusal && <RefusalNote refusal={change.refusal} />}
      {answer && <AccountBalances balances={answer.balances} />}
      {answer && <AccountVersions versions={answer.versions} />}
    </Dialog>
  )
}
