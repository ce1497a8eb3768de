import { setCalendar } from '../institution/working-calendar.ts'
import { ok } from '../result.ts'
import { anytimeVerb, type VerbsOf } from './verb.ts'

/** The verb of the days on which nobody works. */
export const calendarVerbs: VerbsOf<'calendar'> = {
  'calendar.set': anytimeVerb({
    recordType: 'calendar.set',
    permission: 'branch',
    isHeadOfficeOnly: true,
    load: () => ok(null),
    decide: setCalendar,
  }),
}
