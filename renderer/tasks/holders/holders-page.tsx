import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../../core/query/savings-answers.ts'
import { HitPicker } from '../../counter/hit-picker.tsx'
import { OperationPage } from '../../counter/operation-page.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { Signatures, signaturesOf } from '../../counter/signatures.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { HoldersEffect } from './holders-effect.tsx'
import { OtherHolders } from './other-holders.tsx'

interface HoldersForm {
  readonly others: readonly string[]
  readonly signing: 'any' | 'all'
  readonly signedBy: readonly string[]
}

/** Who holds the account with the client whose it is, and whether one of them may sign alone. */
export function HoldersPage({ accountId }: { readonly accountId: string }) {
  const { answer: account, refusal } = useAnswer({ type: 'account', accountId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return account ? <ChangeHolders account={account} /> : null
}

const othersOf = ({ holders, clientId }: AccountAnswer): readonly string[] =>
  holders.map(holder => holder.clientId).filter(holder => holder !== clientId)

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every(id => other.includes(id))

function ChangeHolders({ account }: { readonly account: AccountAnswer }) {
  const { t } = useTranslation('savings')
  const { accountId, clientId } = account
  const draft = useDraft<HoldersForm>(`holders/${accountId}`, {
    others: othersOf(account),
    signing: account.signing,
    signedBy: [],
  })
  const { others, signedBy } = draft.values
  const signing = others.length === 0 ? 'any' : draft.values.signing
  const isChanged = !isSame(others, othersOf(account)) || signing !== account.signing
  const operation = useOperation<'savings.set-holders'>(
    isChanged && draft.isReady
      ? {
          type: 'savings.set-holders',
          key: draft.key,
          accountId,
          holders: [...others],
          signing,
          ...signaturesOf(account, signedBy),
        }
      : undefined,
    { ...draft, onPosted: draft.discard },
  )
  const step = useConfirmStep(operation.preview)
  const effect = <HoldersEffect account={account} others={others} signing={signing} />
  return (
    <OperationPage
      title={t('holders-change')}
      hint={t('holders-hint')}
      account={account}
      operation={operation}
      step={step}
      draft={draft}
      names={[]}
      confirmLabel={t('holders-confirm')}
      effect={effect}
    >
      <OtherHolders others={others} onOthers={changed => draft.change({ others: changed })} />
      <HitPicker
        label={t('holders-add')}
        hint={t('holders-add-hint')}
        kind="client"
        except={[clientId, ...others]}
        onPick={id => draft.change({ others: [...others, id] })}
        autoFocus
      />
      {others.length > 0 && (
        <SelectField
          label={t('signing')}
          hint={t(`signing-${signing}-hint`)}
          value={signing}
          onValue={chosen => draft.change({ signing: chosen })}
          options={(['any', 'all'] as const).map(value => ({ value, label: t(`signing-${value}`) }))}
        />
      )}
      <Signatures account={account} signedBy={signedBy} onChange={marked => draft.change({ signedBy: marked })} />
    </OperationPage>
  )
}
