import type { Result } from '../../../../core/result.ts'
import { createSyncClient, type SyncClient } from '../../../../core/sync/client.ts'
import { httpTransport } from '../../../../core/sync/http-transport.ts'
import { knownServer } from '../../../../core/sync/known-server.ts'
import type { NoAnswer, OpenTransport, TransportReply, TransportRequest } from '../../../../core/sync/transport.ts'
import { recordsOf } from '../../../../sync-server/storage/records.ts'
import { type Branch, makeBranch } from '../../../support/branch.ts'
import { startServer, type TestServer } from '../../../sync-server/support/server.ts'

export interface ConnectedBranch {
  readonly branch: Branch
  readonly server: TestServer
  readonly client: SyncClient
  readonly changed: string[]
}

export const clientOf = (
  branch: Branch,
  transport: OpenTransport = httpTransport,
  role: Parameters<Branch['desk']>[0] = 'head-office',
) => {
  const changed: string[] = []
  const client = createSyncClient({
    books: branch.books,
    desk: branch.desk(role),
    transport,
    environment: branch.environment,
    onChange: topics => changed.push(...topics),
    onFault: () => undefined,
  })
  return { client, changed }
}

/** A founded institution, connected to a real server on this machine. */
export async function connectedBranch(
  transport: OpenTransport = httpTransport,
  seed = 'seed',
): Promise<ConnectedBranch> {
  const server = await startServer()
  const branch = makeBranch({ seed })
  const { client, changed } = clientOf(branch, transport)
  const connected = await client.connect(server.url, server.code())
  if (!connected.ok) throw new Error(connected.refusal.type)
  return { branch, server, client, changed }
}

/** What the server holds of the branch's own log, and what the branch itself holds. */
export const hashesThere = ({ main }: TestServer, branch: Branch): readonly string[] =>
  recordsOf(main.db, branch.desk('head-office').log.logId).map(({ hash }) => Buffer.from(hash).toString('hex'))
export const hashesHere = ({ books }: Pick<Branch, 'books'>): readonly string[] =>
  (
    books.db
      .prepare('SELECT hex(hash) AS hash FROM record JOIN log USING (log_no) WHERE own = 1 ORDER BY seq')
      .all() as { hash: string }[]
  ).map(({ hash }) => hash.toLowerCase())

/** A way to the server on which things happen to a request before, or to its answer after, it travelled. */
export const meddling =
  (
    meddle: (
      request: TransportRequest,
      send: () => Promise<Result<TransportReply, NoAnswer>>,
    ) => Promise<Result<TransportReply, NoAnswer>>,
  ): OpenTransport =>
  url => {
    const opened = httpTransport(url)
    return opened.ok ? { ok: true, value: request => meddle(request, () => opened.value(request)) } : opened
  }

export const serverOf = ({ books }: Branch) => knownServer(books.db)
