import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientAnswer } from '../../../core/query/client-answers.ts'
import sheet from '../../counter/form-sheet.module.css'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { goBack, replaceWith } from '../../routes.ts'
import { ConfirmBar } from '../../ui/confirm-bar.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ClientFields } from './client-fields.tsx'
import { type ClientForm, clientOf, problemsOf, withPhoto } from './client-form.ts'
import { ClientRefusal } from './client-refusal.tsx'
import { focusInvalid, useFocusOnRefusal } from './focus-on-refusal.ts'
import { PhotoField } from './photo-field.tsx'
import { refusedField } from './refused-field.ts'

interface ClientFormPageProps {
  readonly initial: ClientForm
  /** The client whose profile is corrected; without it, a new one is registered. */
  readonly client?: ClientAnswer
}

type Registration = 'client.register' | 'client.update'

/** The one page of a client: fields from top to bottom, Enter goes to the next, the last Enter registers. */
export function ClientFormPage({ initial, client }: ClientFormPageProps) {
  const { t } = useTranslation('clients')
  const country = useOpenSession()?.institution.country ?? ''
  const draft = useDraft<ClientForm>(client ? `client/edit/${client.clientId}` : 'client/new', initial)
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const { command, previewed, problems } = useRegistration(draft, country, client)
  const operation = useOperation<Registration>(command, { ...draft, previewed, onPosted: draft.discard })
  useFocusOnRefusal(form, operation.refusal, command !== undefined && operation.isBlocked)
  useEffect(() => {
    if (tries > 0) focusInvalid(form.current)
  }, [tries])
  async function register(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTries(tries + 1)
    const outcome = await operation.post()
    const clientId = client?.clientId ?? outcome?.created.clientId
    if (!outcome || !clientId) return
    if (client) returnTo({ task: 'client', clientId })
    else replaceWith({ task: 'client', clientId })
  }
  /** After the last field comes the button; while it is off, the field that stands in its way. */
  function onKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
    enterGoesOn(event)
    const isStuck = event.target instanceof HTMLInputElement && event.target === document.activeElement
    if (event.key === 'Enter' && isStuck) focusInvalid(form.current)
  }
  /** What stood against it is settled: the focus is free for the button. */
  function somebodyElse(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    draft.change({ notADuplicate: true })
  }
  if (!draft.isReady) return null
  const change = (changes: Partial<ClientForm>): void => draft.change({ ...forgetPromise(changes), ...changes })
  return (
    <Page>
      <PageHeader
        title={client ? t('edit-title') : t('register-title')}
        subtitle={client ? client.number : t('register-hint')}
      />
      <form ref={form} onSubmit={event => void register(event)} onKeyDown={onKeyDown}>
        <Panel flush>
          <div className={sheet.body}>
            <Columns lead>
              <Stack>
                <RestoredNote draft={draft} />
                <ClientFields
                  values={draft.values}
                  onChange={change}
                  problems={tries > 0 ? problems : []}
                  refused={refusedField(operation.refusal)}
                  country={country}
                />
              </Stack>
              <Stack>
                <PhotoField photo={draft.values.photo} onPhoto={photo => change({ photo })} client={client} />
                {operation.refusal && <ClientRefusal refusal={operation.refusal} onSomebodyElse={somebodyElse} />}
              </Stack>
            </Columns>
          </div>
          <ConfirmBar
            summary={[draft.values.givenNames, draft.values.familyName].join(' ').trim()}
            confirmLabel={client ? t('edit-confirm') : t('register-confirm')}
            onCancel={goBack}
            isBusy={operation.run.isBusy}
            disabled={command !== undefined && operation.isBlocked}
          />
        </Panel>
      </form>
    </Page>
  )
}

/** Who says "somebody else" says it of these names, papers and numbers: when they change, it has to be said again. */
const forgetPromise = (changes: Partial<ClientForm>): Partial<ClientForm> =>
  ['photo', 'address', 'language'].some(field => field in changes) ? {} : { notADuplicate: false }

interface RegistrationDraft {
  readonly values: ClientForm
  readonly key: string
  readonly isReady: boolean
}

function useRegistration(
  { values, key, isReady }: RegistrationDraft,
  country: string,
  client: ClientAnswer | undefined,
) {
  const { i18n } = useTranslation()
  const locale = i18n.language
  return useMemo(() => {
    const place = { locale, country }
    const person = isReady ? clientOf(values, place) : undefined
    const commandWith = (profile: typeof person) =>
      profile &&
      (client
        ? { type: 'client.update' as const, key, clientId: client.clientId, client: profile }
        : { type: 'client.register' as const, key, client: profile })
    return {
      command: commandWith(person && withPhoto(person, values)),
      previewed: commandWith(person),
      problems: problemsOf(values, place),
    }
  }, [values, key, isReady, country, locale, client])
}
