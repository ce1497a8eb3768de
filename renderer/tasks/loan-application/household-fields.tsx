import { ActionIcon } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type HouseholdFlow, householdFlows, householdKinds } from '../../../core/loans/household.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { Action } from '../../ui/action.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { lineOf, readMonths, type TypedLine } from './household-form.ts'
import classes from './loan-application.module.css'

interface HouseholdFieldsProps {
  readonly lines: readonly TypedLine[]
  readonly currency: CurrencyCode
  readonly onLines: (lines: readonly TypedLine[]) => void
}

const linesMax = 60

/** What comes into the household in a month and what leaves it, line by line; some of it only in some months. */
export function HouseholdFields({ lines, currency, onLines }: HouseholdFieldsProps) {
  const { t } = useTranslation('loan-application')
  const change = (place: number, part: Partial<TypedLine>): void =>
    onLines(lines.map((line, at) => (at === place ? { ...line, ...part } : line)))
  return (
    <fieldset className={classes.household}>
      <legend>{t('household')}</legend>
      <p className={classes.about}>{t('household-hint')}</p>
      {lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; two may be typed alike for a moment
        <div className={classes.line} key={place}>
          <SelectField
            label={t(`flow-${line.flow}`)}
            value={line.kind}
            onValue={kind => change(place, { kind })}
            options={householdKinds[line.flow].map(kind => ({
              value: kind,
              label: t(`line-${line.flow}-${kind}` as 'line-income-other'),
            }))}
          />
          <MoneyField
            label={t('a-month', { number: place + 1 })}
            currency={currency}
            text={line.amount}
            onText={amount => change(place, { amount })}
          />
          <TextField
            label={t('months', { number: place + 1 })}
            text={line.months}
            onText={months => change(place, { months })}
            inputMode="numeric"
            dir="ltr"
            maxLength={40}
            placeholder={t('every-month')}
            error={readMonths(line.months) ? undefined : t('months-unreadable')}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            onClick={() => onLines(lines.filter((_, at) => at !== place))}
            aria-label={t('line-remove', { number: place + 1 })}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {lines.length < linesMax && <MoreLines onMore={flow => onLines([...lines, lineOf(flow)])} />}
    </fieldset>
  )
}

function MoreLines({ onMore }: { readonly onMore: (flow: HouseholdFlow) => void }) {
  const { t } = useTranslation('loan-application')
  return (
    <div className={classes.acts}>
      {householdFlows.map(flow => (
        <Action key={flow} icon={<IconPlus size={15} aria-hidden />} onAct={() => onMore(flow)}>
          {t(`flow-${flow}`)}
        </Action>
      ))}
    </div>
  )
}
