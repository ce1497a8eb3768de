import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { overShortMinor } from '../../../core/cash/over-short.ts'
import type { DrawerAnswer } from '../../../core/query/cash-answers.ts'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { RequestSent } from '../../counter/request-sent.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useEscape } from '../../counter/use-escape.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { countOf, DenominationCountField, type Pieces } from '../../ui/denomination-count.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ClosedDrawer } from './closed-drawer.tsx'
import { focusFirstFace } from './focus-first-face.ts'
import { OverShort } from './over-short.tsx'

interface CloseDrawerProps {
  readonly drawer: DrawerAnswer
  readonly onDone: () => void
}
const empty: { readonly pieces: Pieces; readonly note: string } = { pieces: {}, note: '' }

/** Counts a drawer and closes it; what is over or short is booked, and needs a note. */
export function CloseDrawer({ drawer, onDone }: CloseDrawerProps) {
  const { t } = useTranslation('cash')
  const note = useRef<HTMLInputElement>(null)
  useEscape(onDone)
  const { drawerId, currency, expectedMinor } = drawer
  const draft = useDraft(`drawer/close/${drawerId}`, empty)
  const counted = countOf(draft.values.pieces)
  const differenceMinor = overShortMinor(counted, expectedMinor)
  const noteText = draft.values.note.trim()
  const command = draft.isReady
    ? { type: 'drawer.close' as const, key: draft.key, drawerId, counted, ...(noteText ? { note: noteText } : {}) }
    : undefined
  const operation = useOperation<'drawer.close'>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome) return <ClosedDrawer drawer={drawer} outcome={operation.outcome} onDone={onDone} />
  if (!draft.isReady) return null
  const afterCount = (): void => (differenceMinor === 0n || noteText ? step.ask() : note.current?.focus())
  return (
    <Page>
      <PageHeader title={t('close-drawer')} subtitle={drawer.staffName} />
      <Columns>
        <Panel title={t('count')}>
          <Stack>
            <RestoredNote draft={draft} />
            <DenominationCountField
              label={t('count')}
              currency={currency}
              pieces={draft.values.pieces}
              onPieces={pieces => draft.change({ pieces })}
              onDone={afterCount}
              expectedMinor={expectedMinor}
              autoFocus
            />
          </Stack>
        </Panel>
        <Stack>
          <OverShort differenceMinor={differenceMinor} currency={currency}>
            <TextField
              label={t('difference-note')}
              hint={t('difference-note-hint')}
              text={draft.values.note}
              onText={text => draft.change({ note: text })}
              onEnter={step.ask}
              maxLength={500}
              inputRef={note}
            />
          </OverShort>
          <OperationPanel
            operation={operation}
            step={step}
            names={[{ subAccount: drawerId, name: t('drawer'), nowMinor: expectedMinor, currency }]}
            confirmLabel={t('close-drawer-confirm')}
            approvable={command}
            summary={<OverShort differenceMinor={differenceMinor} currency={currency} />}
            onBackToForm={focusFirstFace}
            asksFor="difference-needs-note"
          />
        </Stack>
      </Columns>
    </Page>
  )
}
