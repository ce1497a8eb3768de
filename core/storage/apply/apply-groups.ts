import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import { groupChanged, groupFormed } from '../../customers/group-records.ts'
import { groupKeys } from '../../customers/search-keys.ts'
import { advanceSeries } from '../number-series.ts'
import { prepared } from '../run.ts'
import { replaceSearchKeys } from '../search-keys.ts'
import type { ClientGroupTable } from '../tables/group-tables.ts'
import type { Applied } from './applied.ts'

const insertGroup = prepared<{ readonly [K in keyof ClientGroupTable & string]: ClientGroupTable[K] }, unknown>(
  (db, param) =>
    db.insertInto('client_group').values({
      group_id: param('group_id'),
      number: param('number'),
      branch_id: param('branch_id'),
      name: param('name'),
      meets_on: param('meets_on'),
      formed_position: param('formed_position'),
      formed_on: param('formed_on'),
    }),
)
const updateGroup = prepared<
  { groupId: string; name: string; meetsOn: string | null },
  Pick<ClientGroupTable, 'number' | 'formed_position'>
>((db, param) =>
  db
    .updateTable('client_group')
    .set({ name: param('name'), meets_on: param('meetsOn') })
    .where('group_id', '=', param('groupId'))
    .returning(['number', 'formed_position']),
)
const removeMembers = prepared<{ groupId: string }, unknown>((db, param) =>
  db.deleteFrom('group_member').where('group_id', '=', param('groupId')),
)
const insertMember = prepared<{ groupId: string; place: number; clientId: string }, unknown>((db, param) =>
  db.insertInto('group_member').values({
    group_id: param('groupId'),
    place: param('place'),
    client_id: param('clientId'),
  }),
)

function setMembers(db: Database, groupId: string, members: readonly string[]): void {
  removeMembers.run(db, { groupId })
  for (const [place, clientId] of members.entries()) insertMember.run(db, { groupId, place, clientId })
}

export const groupAppliers = {
  'group.formed': (db: Database, { position, record }: Applied) => {
    const { groupId, number, name, meetsOn, members } = groupFormed.parse(record.body)
    insertGroup.run(db, {
      group_id: groupId,
      number,
      branch_id: record.branch,
      name,
      meets_on: meetsOn ?? null,
      formed_position: position,
      formed_on: record.businessDate,
    })
    setMembers(db, groupId, members)
    replaceSearchKeys(db, position, groupKeys({ number, name }))
    advanceSeries(db, 'group', record.log)
  },
  'group.changed': (db: Database, { record }: Applied) => {
    const { groupId, name, meetsOn, members } = groupChanged.parse(record.body)
    const [changed] = updateGroup.all(db, { groupId, name, meetsOn: meetsOn ?? null })
    const { number, formedPosition } = present(changed, 'a group is changed after it was formed')
    setMembers(db, groupId, members)
    replaceSearchKeys(db, formedPosition, groupKeys({ number, name }))
  },
}
