import { ok } from '../result.ts'
import { workingCalendar } from '../storage/working-calendar.ts'
import type { InstitutionAnswers } from './institution-answers.ts'
import type { Readers } from './reader.ts'
import { branchesAnswer, devicesAnswer, staffAnswer } from './staff-answer.ts'

/** The queries of head office. */
export const institutionQueries: Readers<keyof InstitutionAnswers> = {
  branches: ({ db }) => ok(branchesAnswer(db)),
  calendar: ({ db }) => ok(workingCalendar(db)),
  staff: ({ db, signInCodes }) => ok(staffAnswer(db, signInCodes)),
  devices: ({ db }) => ok(devicesAnswer(db)),
}
