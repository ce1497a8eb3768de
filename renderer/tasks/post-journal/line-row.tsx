import { ActionIcon, Autocomplete, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { isCurrencyCode } from '../../../core/money/currency.ts'
import { parseAmount } from '../../../core/money/parse-amount.ts'
import type { TypedLine } from './journal-form.ts'
import classes from './post-journal.module.css'

interface LineRowProps {
  readonly line: TypedLine
  readonly place: number
  readonly accounts: readonly string[]
  readonly onChange: (part: Partial<TypedLine>) => void
  readonly onEnter: (cell: 'account' | 'debit' | 'credit') => void
  readonly onDifference: (side: 'debit' | 'credit') => void
  readonly onRemove: (() => void) | undefined
}

/** One line: the account by code or by a part of its name, and its amount on one side. */
export function LineRow({ line, place, accounts, onChange, onEnter, onDifference, onRemove }: LineRowProps) {
  const { t } = useTranslation('ledger')
  const number = place + 1
  return (
    <tr>
      <td>
        <Autocomplete
          variant="unstyled"
          size="sm"
          aria-label={t('account-of-line', { number })}
          placeholder={t('account-placeholder')}
          value={line.account}
          data={accounts}
          limit={12}
          selectFirstOptionOnChange
          openOnFocus={false}
          autoComplete="off"
          spellCheck={false}
          autoFocus={place === 0}
          data-cell={`${place}-account`}
          onChange={account => onChange({ account })}
          onKeyDown={event => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            onEnter('account')
          }}
        />
      </td>
      <td>
        <TextInput
          variant="unstyled"
          aria-label={t('currency-of-line', { number })}
          value={line.currency}
          error={!isCurrencyCode(line.currency)}
          dir="ltr"
          maxLength={3}
          tabIndex={-1}
          autoComplete="off"
          onChange={event => onChange({ currency: event.currentTarget.value.toUpperCase() })}
        />
      </td>
      {(['debit', 'credit'] as const).map(side => (
        <td key={side}>
          <AmountCell
            label={t(`${side}-of-line`, { number })}
            cell={`${place}-${side}`}
            currency={line.currency}
            text={line[side]}
            onText={text => onChange({ [side]: text })}
            onEnter={() => onEnter(side)}
            onDifference={() => onDifference(side)}
          />
        </td>
      ))}
      <td>
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            tabIndex={-1}
            aria-label={t('remove-line')}
            onClick={onRemove}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      </td>
    </tr>
  )
}

interface AmountCellProps {
  readonly label: string
  readonly cell: string
  readonly currency: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly onEnter: () => void
  readonly onDifference: () => void
}

function AmountCell({ label, cell, currency, text, onText, onEnter, onDifference }: AmountCellProps) {
  const { i18n } = useTranslation()
  const isWrong = text.trim() !== '' && isCurrencyCode(currency) && !parseAmount(text, currency, i18n.language).ok
  return (
    <TextInput
      variant="unstyled"
      aria-label={label}
      classNames={{ input: classes.amountInput ?? '' }}
      value={text}
      error={isWrong}
      inputMode="decimal"
      dir="ltr"
      autoComplete="off"
      data-cell={cell}
      onChange={event => onText(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== '=') return
        event.preventDefault()
        if (event.key === 'Enter') onEnter()
        else onDifference()
      }}
    />
  )
}
