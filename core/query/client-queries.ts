import { ok } from '../result.ts'
import { clientAnswer, clientPhoto } from './client-answer.ts'
import type { ClientAnswers } from './client-answers.ts'
import type { Readers } from './reader.ts'
import { searchAnswer } from './search-answer.ts'

/** The queries of clients. */
export const clientQueries: Readers<keyof ClientAnswers> = {
  search: ({ db }, query) => ok(searchAnswer(db, query)),
  client: ({ db }, { clientId }) => clientAnswer(db, clientId),
  'client-photo': ({ db }, { clientId }) => ok(clientPhoto(db, clientId)),
}
