import { useTranslation } from 'react-i18next'
import type { SyncAnswer } from '../../../core/query/sync-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatMoment } from '../../lib/format-date.ts'
import { Panel } from '../../ui/panel.tsx'

/** The server, the next try, and what went wrong the last time, if anything did. */
export function ContactPanel({ sync }: { readonly sync: SyncAnswer }) {
  const { t, i18n } = useTranslation('frame')
  return (
    <Panel title={t('contact')}>
      <Facts
        words
        facts={[
          [t('server'), sync.serverUrl && <bdi key="server">{sync.serverUrl}</bdi>],
          [t('state'), t(`sync-${sync.state}`)],
          [t('next-try'), sync.nextTryAt && formatMoment(sync.nextTryAt, i18n.language)],
          [
            t('last-problem'),
            sync.lastProblem &&
              t(`sync-problem-${sync.lastProblem}` as 'sync-problem-server-unreachable', {
                defaultValue: t('sync-problem-other', { name: sync.lastProblem }),
              }),
          ],
        ]}
      />
    </Panel>
  )
}
