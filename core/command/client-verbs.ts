import { registerClient, updateClient } from '../customers/register-client.ts'
import { loadRegistration, loadUpdate } from './load-client-state.ts'
import { dayVerb, type VerbsOf } from './verb.ts'

/** The verbs of the clients. */
export const clientVerbs: VerbsOf<'client'> = {
  'client.register': dayVerb({
    recordType: 'client.registered',
    permission: 'register-client',
    load: loadRegistration,
    decide: registerClient,
  }),
  'client.update': dayVerb({
    recordType: 'client.updated',
    permission: 'register-client',
    load: loadUpdate,
    decide: updateClient,
  }),
}
