import { useTranslation } from 'react-i18next'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { useAnswer } from '../../lib/use-answer.ts'
import { emptyForm, formOf } from './client-form.ts'
import { ClientFormPage } from './client-form-page.tsx'

/** Registers a person, or corrects what is known of one. */
export function RegisterClientPage({ clientId }: { readonly clientId?: string }) {
  return clientId === undefined ? <ClientFormPage initial={emptyForm} /> : <EditClient clientId={clientId} />
}

function EditClient({ clientId }: { readonly clientId: string }) {
  const { i18n } = useTranslation()
  const { answer: client, refusal } = useAnswer({ type: 'client', clientId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return client ? <ClientFormPage initial={formOf(client.profile, i18n.language)} client={client} /> : null
}
