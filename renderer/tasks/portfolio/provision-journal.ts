import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { absoluteMinor } from '../../../core/money/amount.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import type { ProvisionAnswer } from '../../../core/query/portfolio-answers.ts'
import { changeDraft, openDraft } from '../../lib/drafts.ts'
import { typedDate } from '../../lib/read-date.ts'
import { goTo } from '../../routes.ts'
import { emptyForm, emptyLine } from '../post-journal/journal-form.ts'

/** The difference as a manual journal as of the day, ready to be looked over, signed and posted under its own rules. Rule: L61. */
export async function writeProvision(
  { branchId, currency, allowance, expense, differenceMinor }: ProvisionAnswer['provisions'][number],
  asOf: BusinessDate,
  locale: string,
): Promise<void> {
  const amount = formatAmount({ amountMinor: absoluteMinor(differenceMinor), currency }, locale)
  const [debited, credited] = differenceMinor > 0n ? [expense, allowance] : [allowance, expense]
  await openDraft('post-journal')
  changeDraft('post-journal', {
    ...emptyForm(currency),
    purpose: 'provision',
    branchId,
    valueDate: typedDate(asOf, locale),
    lines: [
      { ...emptyLine(currency), account: debited, debit: amount },
      { ...emptyLine(currency), account: credited, credit: amount },
      emptyLine(currency),
    ],
  })
  goTo({ task: 'post-journal' })
}
