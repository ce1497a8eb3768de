import { Text, TextInput } from '@mantine/core'
import { type ReactNode, type Ref, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type CurrencyCode, minorUnitOf } from '../../core/money/currency.ts'
import { type AmountMalformed, parseAmount } from '../../core/money/parse-amount.ts'
import { readAmountOrZero } from '../lib/read-amount.ts'
import { Money } from './money.tsx'
import classes from './money-field.module.css'

interface MoneyFieldProps {
  readonly label: string
  readonly currency: CurrencyCode
  /** The text as the person typed it; the screen keeps it, so that a draft survives. */
  readonly text: string
  readonly onText: (text: string) => void
  readonly onEnter?: () => void
  readonly hint?: ReactNode
  /** What is wrong with the amount that was read; what cannot be read at all is told first. */
  readonly error?: ReactNode
  /** A fee of nothing, a minimum that is none. */
  readonly mayBeZero?: boolean
  readonly large?: boolean
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
}

/** The amount that the text means in the person's locale, or nothing while it is empty or malformed. */
export function useAmount(text: string, currency: CurrencyCode): bigint | undefined {
  const { i18n } = useTranslation()
  const parsed = parseAmount(text, currency, i18n.language)
  return parsed.ok ? parsed.value : undefined
}

/** The same where nothing is an amount too: a limit of zero. */
export function useZeroOrAmount(text: string, currency: CurrencyCode): bigint | undefined {
  const { i18n } = useTranslation()
  return readAmountOrZero(text, currency, i18n.language)
}

/** A field for an amount: reads `1500`, `1,500.00` or `1.5k` as the locale writes it and shows at once what it understood. */
export function MoneyField({
  label,
  currency,
  text,
  onText,
  onEnter,
  large = false,
  mayBeZero = false,
  hint,
  error,
  inputRef,
  ...rest
}: MoneyFieldProps) {
  const { i18n } = useTranslation()
  const echoId = useId()
  const parsed = parseAmount(text, currency, i18n.language)
  const isFine = text.trim() === '' || parsed.ok || (mayBeZero && parsed.refusal.rule === 'not-positive')
  const read = mayBeZero ? readAmountOrZero(text, currency, i18n.language) : parsed.ok ? parsed.value : undefined
  return (
    <TextInput
      label={label}
      description={hint}
      size={large ? 'lg' : 'sm'}
      className={large ? classes.large : ''}
      classNames={{ input: classes.input ?? '' }}
      leftSection={<span className={classes.currency}>{currency}</span>}
      leftSectionWidth={large ? 64 : 48}
      inputMode="decimal"
      dir="ltr"
      autoComplete="off"
      spellCheck={false}
      value={text}
      error={isFine ? error : <AmountProblem problem={parsed.refusal} currency={currency} />}
      aria-describedby={echoId}
      onChange={event => onText(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Enter' && onEnter) {
          event.preventDefault()
          onEnter()
        }
      }}
      inputContainer={input => (
        <>
          {input}
          <Echo id={echoId}>{read !== undefined && <Money amountMinor={read} currency={currency} />}</Echo>
        </>
      )}
      {...(inputRef ? { ref: inputRef } : {})}
      {...(rest.autoFocus ? { 'data-autofocus': true } : {})}
      {...rest}
    />
  )
}

function Echo({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <Text id={id} component="div" size="xs" c="dimmed" className={classes.echo} aria-live="polite">
      {children}
    </Text>
  )
}

function AmountProblem({ problem, currency }: { readonly problem: AmountMalformed; readonly currency: CurrencyCode }) {
  const { t } = useTranslation('cash')
  const decimals = minorUnitOf(currency)
  switch (problem.rule) {
    case 'not-a-number':
      return t('amount-not-a-number')
    case 'not-positive':
      return t('amount-not-positive')
    case 'too-large':
      return t('amount-too-large')
    case 'too-many-decimals':
      return decimals === 0
        ? t('amount-no-decimals', { currency })
        : t('amount-too-many-decimals', { currency, count: decimals })
  }
}
