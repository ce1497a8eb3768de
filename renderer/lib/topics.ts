import type { Topic } from '../../core/engine/port.ts'
import type { Query } from '../../core/query/query.ts'

type QueryType = Query['type']

/** Which answers may have become old when something changed under a topic's first word. */
const staleByTopic: Readonly<Record<string, readonly QueryType[]>> = {
  session: ['session'],
  institution: ['session', 'products'],
  day: ['session', 'my-day', 'drawer', 'drawers', 'trial-balance'],
  drawer: ['drawer', 'drawers', 'my-day'],
  drawers: ['drawer', 'drawers', 'my-day'],
  client: ['client', 'client-photo', 'search', 'my-day'],
  clients: ['client', 'client-photo', 'search', 'my-day'],
  account: ['account', 'statement', 'client', 'search'],
  accounts: ['account', 'statement', 'client', 'search'],
  journal: ['journal', 'record', 'my-day', 'trial-balance', 'statement', 'devices', 'sync'],
  ledger: ['trial-balance'],
  approvals: ['approvals', 'my-day'],
  staff: ['staff', 'session'],
  devices: ['devices'],
  sync: ['sync', 'my-day', 'devices', 'journal', 'record'],
  settings: ['settings', 'session'],
  products: ['products'],
  draft: [],
  drafts: [],
}

/** These hold one client's or one account's facts: a topic with another id leaves them as they are. */
const idFields: Readonly<Partial<Record<QueryType, 'clientId' | 'accountId'>>> = {
  client: 'clientId',
  'client-photo': 'clientId',
  account: 'accountId',
  statement: 'accountId',
}

/** A preview says what would happen now, so anything that changes makes it old. */
const alwaysStale: readonly QueryType[] = ['preview']

/** Whether what the engine answered to `query` may differ after `topic` changed. An unknown topic makes everything old. */
export function isStaleAfter(topic: Topic, query: { readonly type: QueryType }): boolean {
  const [word = '', id] = topic.split('/')
  if (alwaysStale.includes(query.type)) return word !== 'draft' && word !== 'drafts'
  const stale = staleByTopic[word]
  if (stale === undefined) return true
  if (!stale.includes(query.type)) return false
  const field = idFields[query.type]
  if (id === undefined || field === undefined || `${word}Id` !== field) return true
  return (query as Readonly<Record<string, unknown>>)[field] === id
}
