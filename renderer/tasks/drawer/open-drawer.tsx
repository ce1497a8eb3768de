import { useTranslation } from 'react-i18next'
import type { DrawerAnswer } from '../../../core/query/cash-answers.ts'
import { focusFirstFace } from '../../counter/focus-first-face.ts'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { countOf, DenominationCountField, type Pieces } from '../../ui/denomination-count.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { DrawerList } from './drawer-list.tsx'

interface OpenDrawerProps {
  readonly title: string
  readonly others: readonly DrawerAnswer[]
  readonly onClose: (drawer: DrawerAnswer) => void
}

/** Takes a counted float out of the vault into the person's drawer. */
export function OpenDrawer({ title, others, onClose }: OpenDrawerProps) {
  const { t } = useTranslation('cash')
  const currency = useOpenSession()?.institution.currency
  const draft = useDraft<{ readonly pieces: Pieces }>('drawer/open', { pieces: {} })
  const counted = countOf(draft.values.pieces)
  const command =
    draft.isReady && currency ? { type: 'drawer.open' as const, key: draft.key, currency, counted } : undefined
  const operation = useOperation<'drawer.open'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  if (!draft.isReady || !currency) return null
  return (
    <Page>
      <PageHeader title={title} subtitle={t('open-drawer-hint')} />
      <Columns>
        <Panel title={t('float-from-vault')}>
          <Stack>
            <RestoredNote draft={draft} />
            <DenominationCountField
              label={t('float')}
              currency={currency}
              pieces={draft.values.pieces}
              onPieces={pieces => draft.change({ pieces })}
              onDone={step.ask}
              autoFocus
            />
          </Stack>
        </Panel>
        <Stack>
          <OperationPanel
            operation={operation}
            step={step}
            names={[]}
            confirmLabel={t('open-drawer-confirm')}
            summary={null}
            onBackToForm={focusFirstFace}
          />
        </Stack>
      </Columns>
      {others.length > 0 && <DrawerList drawers={others} onClose={onClose} />}
    </Page>
  )
}
