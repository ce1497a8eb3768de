import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { overShortMinor } from '../../core/cash/over-short.ts'
import type { Outcome } from '../../core/command/outcome.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import type { DenominationCount } from '../../core/money/denominations.ts'
import type { CommandOfType } from '../lib/branch.ts'
import { useDraft } from '../lib/use-draft.ts'
import { countOf, DenominationCountField, type Pieces } from '../ui/denomination-count.tsx'
import { Columns, Page, Stack } from '../ui/page.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { focusFirstFace } from './focus-first-face.ts'
import { OperationPanel } from './operation-panel.tsx'
import { OverShort } from './over-short.tsx'
import { RequestSent } from './request-sent.tsx'
import { RestoredNote } from './restored-note.tsx'
import { useConfirmStep } from './use-confirm-step.ts'
import { useEscape } from './use-escape.ts'
import { useOperation } from './use-operation.ts'

type CountType = 'drawer.close' | 'drawer.count' | 'vault.count'

/** What was counted, to be made the command of it. */
export interface Counted {
  readonly key: string
  readonly counted: DenominationCount
  readonly note?: string
}

interface CountCashProps {
  readonly title: string
  readonly subtitle: string
  /** Under this name what was counted so far is kept. */
  readonly draftName: string
  readonly place: {
    readonly id: string
    readonly name: string
    readonly currency: CurrencyCode
    readonly expectedMinor: bigint
  }
  readonly confirmLabel: string
  readonly toCommand: (counted: Counted) => CommandOfType<CountType>
  readonly whenDone: (outcome: Outcome) => ReactNode
  readonly onLeave: () => void
}
const empty: { readonly pieces: Pieces; readonly note: string } = { pieces: {}, note: '' }

/** Counts the cash of a place note by note; what is over or short is booked, and needs a note. */
export function CountCash(props: CountCashProps) {
  const { title, subtitle, draftName, place, confirmLabel, toCommand, whenDone, onLeave } = props
  const { t } = useTranslation('cash')
  const note = useRef<HTMLInputElement>(null)
  useEscape(onLeave)
  const { id, name, currency, expectedMinor } = place
  const draft = useDraft(draftName, empty)
  const counted = countOf(draft.values.pieces)
  const differenceMinor = overShortMinor(counted, expectedMinor)
  const hasCounted = differenceMinor === 0n || Object.values(draft.values.pieces).some(text => text !== '')
  const noteText = draft.values.note.trim()
  const command = draft.isReady
    ? toCommand({ key: draft.key, counted, ...(noteText ? { note: noteText } : {}) })
    : undefined
  const operation = useOperation<CountType>(command, { ...draft, onPosted: draft.discard })
  const step = useConfirmStep(operation.preview)
  if (operation.request) return <RequestSent request={operation.request} />
  if (operation.outcome) return whenDone(operation.outcome)
  if (!draft.isReady) return null
  const afterCount = (): void => (differenceMinor === 0n || noteText ? step.ask() : note.current?.focus())
  return (
    <Page>
      <PageHeader title={title} subtitle={subtitle} />
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
          {hasCounted && (
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
          )}
          <OperationPanel
            operation={operation}
            step={step}
            names={[{ subAccount: id, name, nowMinor: expectedMinor, currency }]}
            confirmLabel={confirmLabel}
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
