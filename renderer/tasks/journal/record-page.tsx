import { useTranslation } from 'react-i18next'
import type { RecordRef } from '../../../core/journal/record.ts'
import type { RecordAnswer } from '../../../core/query/journal-answers.ts'
import { StoredAttachments } from '../../counter/attachments.tsx'
import { ReceiptView } from '../../counter/receipt-view.tsx'
import { RecordSummary } from '../../counter/record-summary.tsx'
import { useRecordWord } from '../../counter/record-words.ts'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { isolateLtr } from '../../lib/isolate.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RecordBytes } from './record-bytes.tsx'
import { RecordEntries } from './record-entries.tsx'
import { RecordProof } from './record-proof.tsx'
import { Reprint } from './reprint.tsx'

/** One record: what it did in words, its lines, its place in the chain, its bytes, and its receipt. */
export function RecordPage({ record }: { readonly record: RecordRef }) {
  const { answer, refusal } = useAnswer({ type: 'record', record })
  if (refusal) return <RefusedPage refusal={refusal} />
  return answer ? <Opened record={answer} /> : null
}

function Opened({ record }: { readonly record: RecordAnswer }) {
  const { t } = useTranslation('journal')
  const word = useRecordWord()
  const mayReverse = usePermission('reverse')
  const mayAudit = usePermission('audit')
  const mayReprint = usePermission('reprint')
  const hasReceipt = record.receipt !== undefined
  return (
    <Page>
      <PageHeader
        title={word(record)}
        subtitle={t('record-number', { number: isolateLtr(record.number) })}
        marks={<RecordMarks record={record} />}
        actions={
          <>
            {mayAudit && (
              <Action shortcut="b" onAct={() => goTo({ task: 'statements', asOf: record.businessDate })}>
                {t('as-of-here')}
              </Action>
            )}
            {mayReverse && record.reversible && (
              <Action shortcut="r" onAct={() => goTo({ task: 'reverse', record: record.record })}>
                {t('reverse')}
              </Action>
            )}
          </>
        }
      />
      <Columns lead>
        <Stack>
          <Panel title={t('what-happened')}>
            <RecordSummary record={record} />
          </Panel>
          {mayAudit && record.attachments.length > 0 && (
            <Panel title={t('papers')}>
              <StoredAttachments record={record.record} attachments={record.attachments} />
            </Panel>
          )}
          {record.entries.length > 0 && <RecordEntries record={record} />}
          {hasReceipt && <RecordProof record={record} />}
          <RecordBytes record={record} />
        </Stack>
        <Stack>
          {hasReceipt ? <ReceiptView record={record.record} /> : <RecordProof record={record} />}
          {hasReceipt && mayReprint && <Reprint record={record.record} />}
        </Stack>
      </Columns>
    </Page>
  )
}

function RecordMarks({ record: { reversedBy, sent } }: { readonly record: RecordAnswer }) {
  const { t } = useTranslation('journal')
  return (
    <>
      {reversedBy && <Badge tone="wrong">{t('reversed')}</Badge>}
      {sent ? <Badge>{t('sent')}</Badge> : <Badge tone="waiting">{t('not-sent')}</Badge>}
    </>
  )
}
