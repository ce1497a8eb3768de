import type { Database } from 'better-sqlite3'
import { prepared } from '../storage/run.ts'

interface DraftKey {
  readonly staffId: string
  readonly form: string
}

const stored = prepared<{ staffId: string; form: string }, { body: string }>((db, param) =>
  db.selectFrom('draft').select('body').where('staff_id', '=', param('staffId')).where('form', '=', param('form')),
)
const put = prepared<{ staffId: string; form: string; body: string; savedAt: string }, unknown>((db, param) =>
  db
    .insertInto('draft')
    .values({ staff_id: param('staffId'), form: param('form'), body: param('body'), saved_at: param('savedAt') })
    .onConflict(conflict =>
      conflict.columns(['staff_id', 'form']).doUpdateSet({ body: param('body'), saved_at: param('savedAt') }),
    ),
)
const drop = prepared<{ staffId: string; form: string }, unknown>((db, param) =>
  db.deleteFrom('draft').where('staff_id', '=', param('staffId')).where('form', '=', param('form')),
)

/** What a person had typed into a form and not yet confirmed; each person sees their own. */
export const readDraft = (db: Database, { staffId, form }: DraftKey): string | null =>
  stored.get(db, { staffId, form })?.body ?? null

export function saveDraft(db: Database, { staffId, form }: DraftKey, body: string, savedAt: string): void {
  put.run(db, { staffId, form, body, savedAt })
}

export function discardDraft(db: Database, { staffId, form }: DraftKey): void {
  drop.run(db, { staffId, form })
}
