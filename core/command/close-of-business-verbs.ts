import { runCloseOfBusiness } from '../close-of-business/run-close-of-business.ts'
import { loadClose } from './load-close-of-business.ts'
import { anytimeVerb, type VerbsOf } from './verb.ts'

/** The verb of the close of business, which the program executes piece by piece for whoever may close a day. */
export const closeOfBusinessVerbs: VerbsOf<'close-of-business'> = {
  'close-of-business.run': anytimeVerb({
    recordType: 'close-of-business.ran',
    permission: 'day',
    load: loadClose,
    decide: runCloseOfBusiness,
  }),
}
