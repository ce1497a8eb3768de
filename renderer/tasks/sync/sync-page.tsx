import { useTranslation } from 'react-i18next'
import type { SyncAnswer } from '../../../core/query/sync-answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatAge, formatMoment } from '../../lib/format-date.ts'
import { useSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useNow } from '../../lib/use-now.ts'
import { goTo } from '../../routes.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Figure, Figures } from '../../ui/figure.tsx'
import { Money } from '../../ui/money.tsx'
import { Columns, Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { AttentionPanel } from './attention-panel.tsx'
import { ConnectPanel } from './connect-panel.tsx'
import { ContactPanel } from './contact-panel.tsx'
import { DevicesPanel } from './devices-panel.tsx'
import { RescuePanel } from './rescue-panel.tsx'
import { SalvagePanel } from './salvage-panel.tsx'
import { StoppedPanel } from './stopped-panel.tsx'

const toneOf = {
  'not-connected': 'neutral',
  idle: 'right',
  pushing: 'accent',
  pulling: 'accent',
  waiting: 'neutral',
  frozen: 'wrong',
  revoked: 'wrong',
} as const

/** What has gone to the server and what has not, who else is there, and how to bring records to safety by hand. */
export function SyncPage() {
  const { t } = useTranslation('frame')
  const { answer: sync, refusal } = useAnswer({ type: 'sync' })
  const now = useCommand<'sync.now'>()
  if (refusal)
    return (
      <Page>
        <RefusalNote refusal={refusal} />
      </Page>
    )
  if (!sync) return null
  const isConnected = sync.state !== 'not-connected'
  const stopped = sync.state === 'frozen' || sync.state === 'revoked' ? sync.state : null
  return (
    <Page>
      <PageHeader
        title={t('place-sync')}
        subtitle={t(stopped ? 'stopped' : 'sync-about')}
        marks={<Badge tone={toneOf[sync.state]}>{t(`sync-${sync.state}`)}</Badge>}
        actions={
          isConnected && (
            <PrimaryAction shortcut="alt+s" isBusy={now.isBusy} onAct={() => void now.run({ type: 'sync.now' })}>
              {t('send-now')}
            </PrimaryAction>
          )
        }
      />
      {now.refusal && <RefusalNote refusal={now.refusal} />}
      <SyncFigures sync={sync} />
      {stopped && <StoppedPanel state={stopped} />}
      <SalvagePanel isStopped={stopped !== null} />
      <Columns>
        {isConnected ? <ContactPanel sync={sync} /> : <ConnectPanel />}
        <RescuePanel />
      </Columns>
      <AttentionPanel />
      <DevicesPanel />
    </Page>
  )
}

function SyncFigures({ sync: { unsent, acknowledgedSeq, lastContactAt } }: { readonly sync: SyncAnswer }) {
  const { t, i18n } = useTranslation('frame')
  const nowMs = useNow(30_000)
  const currency = useSession().answer?.institution?.currency
  const oldest = unsent.oldestRecordedAt
  return (
    <Figures>
      <Figure
        label={t('unsent-records')}
        detail={oldest ? t('oldest', { age: formatAge(oldest, nowMs, i18n.language) }) : t('all-sent')}
        onOpen={() => goTo({ task: 'journal' })}
      >
        {formatCount(unsent.count, i18n.language)}
      </Figure>
      <Figure label={t('unsent-amount')} detail={t('unsent-amount-hint')} onOpen={() => goTo({ task: 'journal' })}>
        {currency && <Money amountMinor={unsent.amountMinor} currency={currency} />}
      </Figure>
      <Figure label={t('acknowledged')} detail={t('acknowledged-hint')}>
        {formatCount(acknowledgedSeq, i18n.language)}
      </Figure>
      <Figure
        label={t('last-contact')}
        detail={lastContactAt ? formatMoment(lastContactAt, i18n.language) : t('last-contact-hint')}
      >
        {lastContactAt ? formatAge(lastContactAt, nowMs, i18n.language) : t('never')}
      </Figure>
    </Figures>
  )
}
