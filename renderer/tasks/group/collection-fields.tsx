import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CollectionRow } from '../../../core/query/group-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { PrimaryAction } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import { amountText, type CollectionForm, type ReadCollection } from './collection-form.ts'
import classes from './group.module.css'

interface CollectionFieldsProps {
  readonly rows: readonly CollectionRow[]
  readonly form: CollectionForm
  readonly read: ReadCollection
  readonly isBusy: boolean
  readonly onAmounts: (amounts: CollectionForm['amounts']) => void
  readonly onDone: () => void
}

/** Member by member what they bring; Enter and the arrow keys go down the list, and after its last row comes the check. */
export function CollectionFields(props: CollectionFieldsProps) {
  const { rows, form, read, isBusy, onAmounts, onDone } = props
  const { t } = useTranslation('groups')
  const table = useRef<HTMLTableElement>(null)
  const isReady = read.unread.length === 0 && read.paid.length > 0
  function move(event: KeyboardEvent<HTMLInputElement>, place: number): void {
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = table.current?.querySelectorAll('input')[place + step]
    if (next) next.focus()
    else if (event.key === 'Enter' && isReady) onDone()
  }
  return (
    <Panel>
      <table className={classes.sheet} ref={table} aria-label={t('brought')}>
        <thead>
          <tr>
            <th scope="col">{t('member')}</th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('brings')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <SheetRow
              key={row.accountNumber}
              row={row}
              form={form}
              isUnread={read.unread.includes(row.accountNumber)}
              autoFocus={place === 0}
              onText={text => onAmounts({ ...form.amounts, [row.accountNumber]: text })}
              onKey={event => move(event, place)}
            />
          ))}
        </tbody>
      </table>
      <div className={classes.foot} aria-live="polite">
        <Facts
          facts={read.totals.map(total => [t('brought-in-all'), <Money key={total.currency} {...total} strong />])}
        />
        <PrimaryAction shortcut="f9" isBusy={isBusy} disabled={!isReady} onAct={onDone}>
          {t('check-sheet')}
        </PrimaryAction>
      </div>
    </Panel>
  )
}

interface SheetRowProps {
  readonly row: CollectionRow
  readonly form: CollectionForm
  readonly isUnread: boolean
  readonly autoFocus: boolean
  readonly onText: (text: string) => void
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void
}

function SheetRow({ row, form, isUnread, autoFocus, onText, onKey }: SheetRowProps) {
  const { t, i18n } = useTranslation('groups')
  const { kind, name, number, accountNumber, dueMinor, currency } = row
  return (
    <tr>
      <td>
        <bdi>{name || number}</bdi>
        <span className={classes.what}>
          {t(kind)} <bdi dir="ltr">{accountNumber}</bdi>
        </span>
      </td>
      <td>{kind === 'loan' && <Money amountMinor={dueMinor} currency={currency} />}</td>
      <td>
        <TextInput
          size="xs"
          classNames={{ input: classes.amount ?? '' }}
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          aria-label={`${name || number} ${accountNumber}`}
          value={amountText(row, form, i18n.language)}
          error={isUnread}
          autoFocus={autoFocus}
          onFocus={event => event.currentTarget.select()}
          onChange={event => onText(event.currentTarget.value)}
          onKeyDown={onKey}
        />
      </td>
    </tr>
  )
}
