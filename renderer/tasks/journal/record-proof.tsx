import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RecordRef } from '../../../core/journal/record.ts'
import type { RecordAnswer } from '../../../core/query/journal-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './record-proof.module.css'

/** Why the record can be believed: its signature, its hash, and the hash of the one before. */
export function RecordProof({ record }: { readonly record: RecordAnswer }) {
  const { t } = useTranslation('journal')
  const cosigners = record.cosigners.map(({ name, valid }) => (
    <div key={name}>
      {name} <Validity valid={valid} />
    </div>
  ))
  return (
    <Panel title={t('proof')} aside={<Validity valid={record.signatureValid} />}>
      <Facts
        words
        facts={[
          [t('hash'), <Hash key="hash" hash={record.hash} />],
          [t('previous-hash'), <Hash key="previous" hash={record.previousHash} />],
          [t('log'), <Hash key="log" hash={record.record.log} />],
          [t('second-person'), cosigners.length > 0 && cosigners],
          [t('reverses'), record.reverses && <RecordLink record={record.reverses} />],
          [t('reversed-by'), record.reversedBy && <RecordLink record={record.reversedBy} />],
        ]}
      />
    </Panel>
  )
}

function Validity({ valid }: { readonly valid: boolean }) {
  const { t } = useTranslation('journal')
  return valid ? (
    <Badge tone="right">{t('signature-valid')}</Badge>
  ) : (
    <Badge tone="wrong">{t('signature-invalid')}</Badge>
  )
}

const Hash = ({ hash }: { readonly hash: string }) => (
  <code className={classes.hash} dir="ltr" data-selectable>
    {hash}
  </code>
)

function RecordLink({ record }: { readonly record: RecordRef }) {
  const { t } = useTranslation('journal')
  return (
    <Anchor component="button" type="button" size="sm" onClick={() => goTo({ task: 'record', record })}>
      {t('record-number', { number: record.seq })}
    </Anchor>
  )
}
