import { useTranslation } from 'react-i18next'
import type { CaptureHold } from '../../../core/savings/savings-commands.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface CaptureTargetProps {
  readonly target: CaptureHold['target']
  readonly onTarget: (target: CaptureHold['target']) => void
}

/** Where held money goes: out in cash, or to an account of the chart. Who may not read the chart types the account's code. */
export function CaptureTarget({ target, onTarget }: CaptureTargetProps) {
  const { t } = useTranslation('savings')
  return (
    <>
      <SelectField
        label={t('capture-target')}
        value={target.kind}
        options={[
          { value: 'drawer', label: t('close-in-cash') },
          { value: 'ledger', label: t('capture-to-ledger') },
        ]}
        onValue={kind => onTarget(kind === 'drawer' ? { kind } : { kind, account: '' })}
      />
      {target.kind === 'ledger' && (
        <LedgerCode account={target.account} onAccount={account => onTarget({ kind: 'ledger', account })} />
      )}
    </>
  )
}

function LedgerCode({ account, onAccount }: { account: string; onAccount: (account: string) => void }) {
  const { t } = useTranslation('savings')
  const mayRead = usePermission('audit')
  const { answer: chart = [] } = useAnswer({ type: 'chart' }, { enabled: mayRead })
  if (!mayRead)
    return (
      <TextField
        label={t('capture-ledger')}
        hint={t('capture-ledger-hint')}
        text={account}
        onText={onAccount}
        inputMode="numeric"
        maxLength={10}
        dir="ltr"
        required
      />
    )
  const open = chart.filter(({ posting, control, isClosed }) => posting && !control && !isClosed)
  return (
    <SelectField
      label={t('capture-ledger')}
      value={account}
      onValue={onAccount}
      options={[
        { value: '', label: t('capture-ledger-choose'), disabled: true },
        ...open.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
      ]}
      required
    />
  )
}
