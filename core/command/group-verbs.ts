import { changeGroup, formGroup } from '../customers/form-group.ts'
import { loadChanging, loadForming } from './load-group.ts'
import { dayVerb, type VerbsOf } from './verb.ts'

/** The verbs of groups of clients. */
export const groupVerbs: VerbsOf<'group'> = {
  'group.form': dayVerb({
    recordType: 'group.formed',
    permission: 'register-client',
    load: loadForming,
    decide: formGroup,
  }),
  'group.change': dayVerb({
    recordType: 'group.changed',
    permission: 'register-client',
    load: loadChanging,
    decide: changeGroup,
  }),
}
