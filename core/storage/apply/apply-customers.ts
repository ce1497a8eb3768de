import type { Database } from 'better-sqlite3'
import { clientProfileSchema, displayName } from '../../customers/client-profile.ts'
import { clientRegistered, clientUpdated } from '../../customers/customer-records.ts'
import { foldText } from '../../customers/fold-text.ts'
import { clientKeys, nameWords, numberKeys } from '../../customers/search-keys.ts'
import type { BlobRef } from '../../journal/record.ts'
import { readJsonBlob } from '../blobs.ts'
import { advanceSeries } from '../number-series.ts'
import { prepared } from '../run.ts'
import { replaceSearchKeys } from '../search-keys.ts'
import type { ClientTable } from '../tables/client-tables.ts'
import type { Applied } from './applied.ts'

const insertClient = prepared<
  Pick<ClientTable, 'client_id' | 'number' | 'branch_id' | 'registered_position' | 'registered_on' | 'profile_hash'>,
  unknown
>((db, param) =>
  db.insertInto('client').values({
    client_id: param('client_id'),
    number: param('number'),
    branch_id: param('branch_id'),
    name: '',
    name_folded: '',
    birth_date: '',
    phone: null,
    id_number_folded: null,
    profile_hash: param('profile_hash'),
    photo_hash: null,
    registered_position: param('registered_position'),
    registered_on: param('registered_on'),
  }),
)
const setPhoto = prepared<{ clientId: string; hash: string }, unknown>((db, param) =>
  db
    .updateTable('client')
    .set({ photo_hash: param('hash') })
    .where('client_id', '=', param('clientId')),
)
const setProfileHash = prepared<{ clientId: string; hash: string }, unknown>((db, param) =>
  db
    .updateTable('client')
    .set({ profile_hash: param('hash') })
    .where('client_id', '=', param('clientId')),
)
const setProfile = prepared<
  {
    clientId: string
    hash: string
    name: string
    folded: string
    birthDate: string
    phone: string | null
    idNumber: string | null
  },
  { number: string; registered_position: number }
>((db, param) =>
  db
    .updateTable('client')
    .set({
      name: param('name'),
      name_folded: param('folded'),
      birth_date: param('birthDate'),
      phone: param('phone'),
      id_number_folded: param('idNumber'),
    })
    .where('client_id', '=', param('clientId'))
    .where('profile_hash', '=', param('hash'))
    .returning(['number', 'registered_position']),
)
const forgetWords = prepared<{ position: number }, unknown>((db, param) =>
  db.deleteFrom('client_search').where('rowid', '=', param('position')),
)
const keepWords = prepared<{ position: number; clientId: string; words: string }, unknown>((db, param) =>
  db
    .insertInto('client_search')
    .values({ rowid: param('position'), client_id: param('clientId'), words: param('words') }),
)

const findBlob = (blobs: readonly BlobRef[] | undefined, prefix: string): BlobRef | undefined =>
  blobs?.find(blob => blob.name.startsWith(prefix))

/** Fills a client's row from the sealed profile, now or once it arrives after the record. A newer profile is never overwritten. */
export function clientProfileArrived(db: Database, clientId: string, hash: string): void {
  const profile = clientProfileSchema.safeParse(readJsonBlob(db, { subject: clientId, hash }))
  if (!profile.success) return
  const name = displayName(profile.data)
  const { birthDate, phone = null, idDocument } = profile.data
  const idNumber = idDocument ? foldText(idDocument.number) : null
  const folded = foldText(name)
  const [row] = setProfile.all(db, { clientId, hash, name, folded, birthDate, phone, idNumber })
  if (!row) return
  const { number, registeredPosition: position } = row
  forgetWords.run(db, { position })
  keepWords.run(db, { position, clientId, words: nameWords(name).join(' ') })
  replaceSearchKeys(db, position, clientKeys({ number, phone, idNumberFolded: idNumber }))
}

function applyBlobs(db: Database, clientId: string, blobs: readonly BlobRef[] | undefined): void {
  const profile = findBlob(blobs, 'profile')
  const photo = findBlob(blobs, 'photo')
  if (profile) {
    setProfileHash.run(db, { clientId, hash: profile.hash })
    clientProfileArrived(db, clientId, profile.hash)
  }
  if (photo) setPhoto.run(db, { clientId, hash: photo.hash })
}

export const customerAppliers = {
  'client.registered': (db: Database, { position, record }: Applied) => {
    const { clientId, number } = clientRegistered.parse(record.body)
    insertClient.run(db, {
      client_id: clientId,
      number,
      branch_id: record.branch,
      registered_position: position,
      registered_on: record.businessDate,
      profile_hash: '',
    })
    replaceSearchKeys(db, position, numberKeys(number))
    advanceSeries(db, 'client', record.log)
    applyBlobs(db, clientId, record.blobs)
  },
  'client.updated': (db: Database, { record }: Applied) =>
    applyBlobs(db, clientUpdated.parse(record.body).clientId, record.blobs),
}
