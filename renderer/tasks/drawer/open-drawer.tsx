import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { DrawerAnswer } from '../../../core/query/cash-answers.ts'
import { focusFirstFace } from '../../counter/focus-first-face.ts'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useEscape } from '../../counter/use-escape.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { countOf, DenominationCountField, type Pieces } from '../../ui/denomination-count.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { DrawerList } from './drawer-list.tsx'

interface OpenDrawerProps {
  readonly title: string
  /** Those that the person has no open drawer of yet. */
  readonly currencies: readonly CurrencyCode[]
  readonly onOpened?: () => void
  readonly onLeave?: () => void
  readonly others: readonly DrawerAnswer[]
  readonly onClose: (drawer: DrawerAnswer) => void
}

/** Takes a counted float out of the vault into the person's drawer. */
export function OpenDrawer({ title, currencies, onOpened, onLeave, others, onClose }: OpenDrawerProps) {
  const { t } = useTranslation('cash')
  const [chosen, setChosen] = useState(currencies[0])
  const currency = chosen && currencies.includes(chosen) ? chosen : currencies[0]
  const draft = useDraft<{ readonly pieces: Pieces }>(`drawer/open/${currency}`, { pieces: {} })
  useEscape(onLeave)
  const counted = countOf(draft.values.pieces)
  const command =
    draft.isReady && currency ? { type: 'drawer.open' as const, key: draft.key, currency, counted } : undefined
  function finish(): void {
    draft.discard()
    onOpened?.()
  }
  const operation = useOperation<'drawer.open'>(command, { ...draft, onPosted: finish })
  const step = useConfirmStep(operation.preview)
  if (!draft.isReady || !currency) return null
  return (
    <Page>
      <PageHeader title={title} subtitle={t('open-drawer-hint')} />
      <Columns>
        <Panel title={t('float-from-vault')}>
          <Stack>
            <RestoredNote draft={draft} />
            {currencies.length > 1 && (
              <SelectField
                label={t('currency')}
                value={currency}
                onValue={setChosen}
                options={currencies.map(code => ({ value: code, label: code }))}
              />
            )}
            <DenominationCountField
              key={currency}
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
