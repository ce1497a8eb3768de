import { useTranslation } from 'react-i18next'
import type { SampleCriteria } from '../../../core/audit/audit-commands.ts'
import { type SampleMethod, sampleMethods, sampleSizeMax } from '../../../core/audit/sample-method.ts'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { westernDigits } from '../../../core/customers/fold-text.ts'
import { type CurrencyCode, isCurrencyCode } from '../../../core/money/currency.ts'
import type { CommandOfType } from '../../lib/branch.ts'
import { typedDate } from '../../lib/read-date.ts'
import type { OpenSession } from '../../lib/session.ts'
import { type DraftForm, useDraft } from '../../lib/use-draft.ts'
import { wallDate } from '../../lib/wall-date.ts'
import { useTypedDate } from '../../ui/date-field.tsx'
import { useAmount } from '../../ui/money-field.tsx'

/** As typed. */
export interface SampleForm {
  readonly title: string
  readonly from: string
  readonly to: string
  readonly currency: string
  readonly branchId: string
  readonly recordType: string
  readonly min: string
  readonly max: string
  readonly method: string
  readonly size: string
  readonly seed: string
}

export interface SampleDraft {
  readonly draft: DraftForm<SampleForm>
  readonly currency: CurrencyCode
  readonly method: SampleMethod
  /** What the form asks for as far as it can be read; nothing while a day is missing. */
  readonly criteria: SampleCriteria | undefined
  /** Nothing while something is missing. */
  readonly command: CommandOfType<'audit.draw-sample'> | undefined
}

/** The form of a sample, this month until today at first, and what it means. */
export function useSampleForm({ institution, businessDate: day }: OpenSession): SampleDraft {
  const { i18n } = useTranslation()
  const today = day ?? wallDate()
  const draft = useDraft<SampleForm>('audit/sample', {
    title: '',
    from: typedDate(businessDate(`${today.slice(0, 7)}-01`), i18n.language),
    to: typedDate(today, i18n.language),
    currency: institution.currency,
    branchId: '',
    recordType: '',
    min: '',
    max: '',
    method: 'random',
    size: '25',
    seed: '',
  })
  const { values, key } = draft
  const currency = isCurrencyCode(values.currency) ? values.currency : institution.currency
  const method = sampleMethods.find(one => one === values.method) ?? 'random'
  const [from, to] = [useTypedDate(values.from), useTypedDate(values.to)]
  const [minMinor, maxMinor] = [useAmount(values.min, currency), useAmount(values.max, currency)]
  // A bound that is there and cannot be read is no bound left out: nothing is drawn until it is put right.
  const isReadable = [
    [values.min, minMinor],
    [values.max, maxMinor],
  ].every(([text, amountMinor]) => text === '' || amountMinor !== undefined)
  const criteria: SampleCriteria | undefined =
    from && to && isReadable
      ? {
          from,
          to,
          currency,
          ...(values.branchId ? { branchId: values.branchId } : {}),
          ...(values.recordType ? { recordType: values.recordType } : {}),
          ...(minMinor === undefined ? {} : { minMinor }),
          ...(maxMinor === undefined ? {} : { maxMinor }),
        }
      : undefined
  const size = sizeIn(values.size)
  const title = values.title.trim()
  const seed = values.seed.trim().toUpperCase()
  const command =
    criteria && size && title
      ? ({ type: 'audit.draw-sample', key, title, criteria, method, size, ...(seed ? { seed } : {}) } as const)
      : undefined
  return { draft, currency, method, criteria, command }
}

function sizeIn(text: string): number | undefined {
  const size = /^\d{1,3}$/.test(westernDigits(text.trim())) ? Number(westernDigits(text.trim())) : 0
  return size >= 1 && size <= sampleSizeMax ? size : undefined
}
