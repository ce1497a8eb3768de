import { useTranslation } from 'react-i18next'
import type { HeldRecord } from '../../../core/query/sync-answers.ts'
import { useRecordWord } from '../../counter/record-words.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatMoment } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Badge } from '../../ui/badge.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './attention-panel.module.css'

/** Letters of a log's id that tell it from the few others, where the device has no code here. */
const logLetters = 8

/** Records of other computers that wait or were kept aside: from where, since when, why, and the way on. */
export function AttentionPanel() {
  const { t, i18n } = useTranslation('frame')
  const { answer: held } = useAnswer({ type: 'attention' })
  if (!held) return null
  const count = held.length > 0 && <Badge tone="wrong">{formatCount(held.length, i18n.language)}</Badge>
  return (
    <Panel title={t('attention')} aside={count}>
      <p className={classes.text}>{t(held.length > 0 ? 'attention-about' : 'attention-none')}</p>
      {held.length > 0 && (
        <ul className={classes.list}>
          {held.map(row => (
            <Held key={`${row.record.log}/${row.record.seq}/${row.because}`} held={row} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Held({ held }: { readonly held: HeldRecord }) {
  const { t, i18n } = useTranslation('frame')
  const wordOf = useRecordWord()
  const { record, deviceCode, because, isBooked, type, recordedAt, arrivedAt, amountMinor, currency } = held
  const [why = '', wayOn = ''] = t(`held-${because}`).split('\n')
  return (
    <li className={classes.held}>
      <div className={classes.line}>
        <Badge tone={isBooked ? 'waiting' : 'wrong'}>{t(isBooked ? 'attention-waits' : 'attention-aside')}</Badge>
        <strong>
          {t('attention-from', {
            device: deviceCode ?? record.log.slice(0, logLetters),
            number: formatCount(record.seq, i18n.language),
          })}
        </strong>
        {type && <bdi>{wordOf({ type })}</bdi>}
        {amountMinor !== undefined && currency && <Money amountMinor={amountMinor} currency={currency} />}
        <span className={classes.moments}>
          {recordedAt && <span>{t('attention-made', { moment: formatMoment(recordedAt, i18n.language) })}</span>}
          {arrivedAt && <span>{t('attention-arrived', { moment: formatMoment(arrivedAt, i18n.language) })}</span>}
        </span>
      </div>
      <p className={classes.why}>{why}</p>
      <p className={classes.text}>{wayOn}</p>
    </li>
  )
}
