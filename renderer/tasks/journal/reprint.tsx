import { useTranslation } from 'react-i18next'
import type { RecordRef } from '../../../core/journal/record.ts'
import { ReceiptActions } from '../../counter/receipt-actions.tsx'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { Action } from '../../ui/action.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'

/** A copy of a receipt: it is recorded first, so that its paper says which copy it is. */
export function Reprint({ record }: { readonly record: RecordRef }) {
  const { t } = useTranslation('journal')
  const { key, renew } = useOperationKey()
  const reprint = useCommand<'receipt.reprint'>()
  async function run(): Promise<void> {
    const result = await reprint.run({ type: 'receipt.reprint', key, record })
    if (result.ok) renew()
  }
  return (
    <Panel title={t('reprint-title')}>
      <Stack>
        {reprint.answer ? (
          <ReceiptActions record={record} />
        ) : (
          <Action onAct={() => void run()} isBusy={reprint.isBusy}>
            {t('reprint')}
          </Action>
        )}
        {reprint.refusal && <RefusalNote refusal={reprint.refusal} />}
      </Stack>
    </Panel>
  )
}
