import { admitDevice } from '../institution/admit-device.ts'
import { inviteDevice } from '../institution/invite-device.ts'
import { revokeDevice } from '../institution/revoke-device.ts'
import { seizeCustody } from '../institution/seize-custody.ts'
import { loadRevocation, loadSeizure } from './load-devices.ts'
import { loadAdmission, loadInvitation } from './load-institution.ts'
import { anytimeVerb, type VerbsOf } from './verb.ts'

/** The verbs with which head office says which devices belong, and which of them keeps what. */
export const deviceVerbs: VerbsOf<'device' | 'custody'> = {
  'device.invite': anytimeVerb({
    recordType: 'device.invited',
    permission: 'device',
    isHeadOfficeOnly: true,
    load: loadInvitation,
    decide: inviteDevice,
  }),
  'device.admit': anytimeVerb({
    recordType: 'device.admitted',
    permission: 'device',
    isHeadOfficeOnly: true,
    load: loadAdmission,
    decide: admitDevice,
  }),
  'device.revoke': anytimeVerb({
    recordType: 'device.revoked',
    permission: 'device',
    isHeadOfficeOnly: true,
    load: loadRevocation,
    decide: revokeDevice,
  }),
  'custody.seize': anytimeVerb({
    recordType: 'custody.seized',
    permission: 'device',
    isHeadOfficeOnly: true,
    load: loadSeizure,
    decide: seizeCustody,
  }),
}
