import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { absoluteMinor } from '../../../core/money/amount.ts'
import type { RecordAnswer } from '../../../core/query/journal-answers.ts'
import { useEntryWord } from '../../counter/entry-words.ts'
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
              <EntryRows entry={entry} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function EntryRows({ entry }: { readonly entry: NamedEntry }) {
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
              <span className={classes.code}>{line.account}</span> {entry.accountNames[index]}
            </td>
            <td className={classes.amount}>{line.amountMinor > 0n && amount}</td>
            <td className={classes.amount}>{line.amountMinor < 0n && amount}</td>
          </tr>
        )
      })}
    </>
  )
}
