import { addStaff } from '../institution/add-staff.ts'
import { openBranch } from '../institution/open-branch.ts'
import { setPassphrase } from '../institution/set-passphrase.ts'
import { suspendStaff } from '../institution/suspend-staff.ts'
import { loadColleague, loadNewBranch, loadNewcomer } from './load-institution.ts'
import { anytimeVerb, type VerbsOf } from './verb.ts'

/** The verbs with which head office says which branches and people there are. */
export const institutionVerbs: VerbsOf<'branch' | 'staff'> = {
  'branch.open': anytimeVerb({
    recordType: 'branch.opened',
    permission: 'branch',
    isHeadOfficeOnly: true,
    load: loadNewBranch,
    decide: openBranch,
  }),
  'staff.add': anytimeVerb({
    recordType: 'staff.added',
    permission: 'staff',
    isHeadOfficeOnly: true,
    load: loadNewcomer,
    decide: addStaff,
  }),
  'staff.set-passphrase': anytimeVerb({
    recordType: 'staff.keyed',
    permission: 'staff',
    load: loadColleague,
    decide: setPassphrase,
  }),
  'staff.suspend': anytimeVerb({
    recordType: 'staff.suspended',
    permission: 'staff',
    isHeadOfficeOnly: true,
    load: loadColleague,
    decide: suspendStaff,
  }),
}
