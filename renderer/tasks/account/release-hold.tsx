import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer, HoldAnswer } from '../../../core/query/answers.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Stack } from '../../ui/page.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { useReturnFocus } from '../../ui/use-return-focus.ts'
import { HoldWords } from './hold-words.tsx'

interface ReleaseHoldProps {
  readonly account: AccountAnswer
  readonly hold: HoldAnswer
  readonly onClose: () => void
}

/** Confirms that held money is free again. */
export function ReleaseHold({ account, hold, onClose }: ReleaseHoldProps) {
  const { t } = useTranslation('savings')
  useReturnFocus()
  const { key } = useOperationKey()
  const release = useCommand<'hold.release'>()
  async function confirm(): Promise<void> {
    const result = await release.run({ type: 'hold.release', key, holdId: hold.holdId })
    if (result.ok) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('release-title')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Stack>
        <HoldWords hold={hold} account={account} />
        {release.refusal && <RefusalNote refusal={release.refusal} />}
        <PrimaryAction onAct={() => void confirm()} isBusy={release.isBusy} autoFocus>
          {t('release-confirm')}
        </PrimaryAction>
      </Stack>
    </Modal>
  )
}
