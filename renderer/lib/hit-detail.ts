import type { SearchHit } from '../../core/query/client-answers.ts'
import { formatPhone } from './format-phone.ts'
import { isolate, isolateLtr } from './isolate.ts'

/** What tells one hit from another beside its name: a client's phone, an account's product. */
export const hitDetail = ({ kind, detail }: SearchHit): string =>
  kind === 'client' && detail !== '' ? isolateLtr(formatPhone(detail)) : isolate(detail)
