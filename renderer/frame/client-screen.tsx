import { ClientPage } from '../tasks/client/client-page.tsx'
import { ClientGroupsPage } from '../tasks/group/client-groups-page.tsx'
import { RegisterClientPage } from '../tasks/register-client/register-client-page.tsx'

interface ClientScreenProps {
  readonly task: 'client' | 'edit-client' | 'client-groups'
  readonly clientId: string
}

/** What is done with one client. */
export function ClientScreen({ task, clientId }: ClientScreenProps) {
  switch (task) {
    case 'client':
      return <ClientPage clientId={clientId} />
    case 'edit-client':
      return <RegisterClientPage clientId={clientId} />
    case 'client-groups':
      return <ClientGroupsPage clientId={clientId} />
  }
}
