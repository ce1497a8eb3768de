import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { absoluteMinor } from '../../../core/money/amount.ts'
import type { RecordAnswer } from '../../../core/query/journal-answers.ts'
import { useEntryWord } from '../../counter/entry-words.ts'
import { usePermission } from '../../lib/session.ts'
import { hashOf } from '../../routes.ts'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './record-entries.module.css'

type NamedEntry = RecordAnswer['entries'][number]

/** The record's double entry, debits and credits in two columns, with the accounts' names. */
export function RecordEntries({ record }: { readonly record: RecordAnswer }) {
  const { t } = useTranslation('journal')
  return (
    <Panel title={t('entries')} flush>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('account')}</th>
            <th scope="col" className={classes.amount}>
              {t('debit')}
            </th>
            <th scope="col" className={classes.amount}>
              {t('credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {record.entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a record never changes, so its entries keep their places
            <Fragment key={index}>
              <EntryRows entry={entry} date={record.businessDate} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function EntryRows({ entry, date }: { readonly entry: NamedEntry; readonly date: BusinessDate }) {
  const word = useEntryWord()
  return (
    <>
      <tr className={classes.title}>
        <td colSpan={3}>{word(entry.description)}</td>
      </tr>
      {entry.lines.map((line, index) => {
        const amount = <Money amountMinor={absoluteMinor(line.amountMinor)} currency={line.currency} aligned />
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an entry keep their places
          <tr key={index}>
            <td>
              <AccountName line={line} name={entry.accountNames[index]} date={date} />
            </td>
            <td className={classes.amount}>{line.amountMinor > 0n && amount}</td>
            <td className={classes.amount}>{line.amountMinor < 0n && amount}</td>
          </tr>
        )
      })}
    </>
  )
}

interface AccountNameProps {
  readonly line: NamedEntry['lines'][number]
  readonly name: string | undefined
  readonly date: BusinessDate
}

/** Opens the account's ledger on the day of the record, for who may read it. */
function AccountName({ line: { account, currency }, name, date }: AccountNameProps) {
  const mayAudit = usePermission('audit')
  const words = (
    <>
      <span className={classes.code}>{account}</span> {name}
    </>
  )
  const lines = { account, currency, basis: 'booking', from: date, to: date } as const
  return mayAudit ? (
    <a className={classes.account} href={hashOf({ task: 'ledger', lines })}>
      {words}
    </a>
  ) : (
    words
  )
}
