import { useTranslation } from 'react-i18next'
import type { VerificationAnswer } from '../../../core/engine/verify-in-session.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatNumber } from '../../lib/format-count.ts'
import { isolateLtr } from '../../lib/isolate.ts'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import classes from './audit.module.css'
import { faultWord } from './fault-word.ts'

/** In order or not, the first bad record by its number, what was read, and how far each log goes. */
export function CheckResult({ result }: { readonly result: VerificationAnswer }) {
  const { t, i18n } = useTranslation('audit')
  const number = (count: number): string => formatNumber(count, i18n.language)
  const { counts, firstBadRecord } = result
  return (
    <div className={classes.part} role="status">
      <div>
        <Badge tone={result.isClean ? 'right' : 'wrong'}>{t(verdict(result))}</Badge>
      </div>
      {firstBadRecord && (
        <div className={classes.actions}>
          <p className={classes.text}>
            {t('check-first', { number: firstBadRecord.seq, log: isolateLtr(firstBadRecord.log.slice(0, 8)) })}
          </p>
          <Action onAct={() => goTo({ task: 'record', record: firstBadRecord })}>
            {t('record-number', { number: firstBadRecord.seq })}
          </Action>
        </div>
      )}
      {result.findings.length > 0 && <Findings result={result} />}
      <Facts
        facts={[
          [t('check-records'), number(counts.records)],
          [t('check-lines'), number(counts.lines)],
          ...(result.depth === 'full' ? [[t('check-blobs'), number(counts.blobs)] as const] : []),
        ]}
      />
      <Facts
        words
        facts={result.logs.map(({ deviceCode, seq, hash }) => [
          t('check-head', { device: isolateLtr(deviceCode), number: seq }),
          <bdi key={hash} dir="ltr" className={classes.hash} data-selectable>
            {hash}
          </bdi>,
        ])}
      />
    </div>
  )
}

function verdict({ isClean, depth }: VerificationAnswer) {
  if (!isClean) return 'check-wrong'
  return depth === 'quick' ? 'check-clean-quick' : 'check-clean'
}

function Findings({ result: { findings } }: { readonly result: VerificationAnswer }) {
  const { t } = useTranslation('audit')
  return (
    <ol className={classes.findings}>
      {findings.map(({ type, where }) => (
        <li key={`${type} ${where}`}>
          {faultWord(t, type)}
          <span className={classes.place}>{t('fault-place', { where: isolateLtr(where) })}</span>
        </li>
      ))}
    </ol>
  )
}
