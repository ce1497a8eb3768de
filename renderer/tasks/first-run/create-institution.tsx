import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { beginFirstRun, showRecoveryCode } from '../../lib/first-run.ts'
import { usePreferences } from '../../lib/preferences.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { Cover } from '../../ui/cover.tsx'
import { LanguageChoice } from '../../ui/language-choice.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { Steps } from '../../ui/steps.tsx'
import classes from './first-run.module.css'
import { arePeopleReady, emptyFounding, type FoundingForm, foundingOf, isInstitutionReady } from './founding-form.ts'
import { InstitutionStep } from './institution-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { VaultStep } from './vault-step.tsx'

const isReadyByStep = [isInstitutionReady, arePeopleReady, () => true] as const
const lastStep = isReadyByStep.length - 1

/** Founding in three steps: the institution, its people, and the cash in its vault. Chart and products come from the template. */
export function CreateInstitution({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('frame')
  const { key } = useOperationKey()
  const language = usePreferences(preferences => preferences.language)
  const [step, setStep] = useState(0)
  const [form, setForm] = useState(emptyFounding)
  const create = useCommand<'institution.create'>()
  const isReady = isReadyByStep[step]?.(form) ?? false
  const change = (changes: Partial<FoundingForm>): void => {
    create.forget()
    setForm({ ...form, ...changes })
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isReady) return
    if (step < lastStep) return setStep(step + 1)
    beginFirstRun()
    const result = await create.run({ type: 'institution.create', key, founding: foundingOf(form, language) })
    showRecoveryCode(result.ok ? result.value.recoveryCode : undefined)
  }
  return (
    <Cover title={t('first-run-create')} width="wide" foot={step === 0 && <LanguageChoice />}>
      <Steps labels={[t('step-institution'), t('step-people'), t('step-vault')]} current={step} />
      <Panel flush>
        <form onSubmit={event => void submit(event)} onKeyDown={enterGoesOn}>
          <div className={classes.form}>
            {step === 0 && <InstitutionStep form={form} onChange={change} />}
            {step === 1 && <PeopleStep form={form} onChange={change} />}
            {step === 2 && <VaultStep form={form} onChange={change} />}
            {create.refusal && <RefusalNote refusal={create.refusal} />}
          </div>
          <ConfirmBar
            confirmLabel={t(step === lastStep ? 'first-run-found' : 'next')}
            onCancel={() => (step === 0 ? onBack() : setStep(step - 1))}
            cancelLabel={t('back')}
            isBusy={create.isBusy}
            disabled={!isReady}
          />
        </form>
      </Panel>
    </Cover>
  )
}
