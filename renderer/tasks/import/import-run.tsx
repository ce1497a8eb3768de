import { useTranslation } from 'react-i18next'
import type { ImportKind } from '../../../core/import/import-kinds.ts'
import type { BulkProgress } from '../../../core/query/bulk-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatNumber } from '../../lib/format-count.ts'
import type { CommandRun } from '../../lib/use-command.ts'
import { Action } from '../../ui/action.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { BulkUnderWay } from './bulk-under-way.tsx'
import { CollectionCash } from './collection-cash.tsx'
import { ConfirmImport, type Second } from './confirm-import.tsx'
import classes from './import.module.css'
import { KnownRows } from './known-rows.tsx'
import { OpeningBalances } from './opening-balances.tsx'
import { RowResults } from './row-results.tsx'
import { rowStates } from './row-states.ts'
import { SaveResults } from './save-results.tsx'

interface ImportRunProps {
  readonly batch: string
  readonly kind: ImportKind
  readonly work: Pick<CommandRun<'import.check' | 'import.run'>, 'isBusy' | 'answer' | 'refusal'>
  /** Why the import that was asked for did not begin. */
  readonly refused: Refusal | undefined
  /** Absent when this is the import itself. */
  readonly onImport: ((second?: Second) => void) | undefined
  readonly onBack: () => void
  /** A name under which the list would be another one. */
  readonly freeName: string
  readonly onOther: (name: string) => void
  readonly onNext: () => void
  /** What the list came from, and what comes after it, by name. */
  readonly backLabel: string
  readonly nextLabel: string
}

/** A check or an import: under way, and then with what came of each row. */
export function ImportRun(props: ImportRunProps) {
  const { batch, kind, work, refused, onImport, onBack, backLabel } = props
  const { t } = useTranslation('import')
  const { answer } = work
  const isCollection = kind === 'deposits'
  const isToConfirm = answer !== undefined && onImport !== undefined && answer.counts.ready > 0
  const isNext = isCollection && !onImport && answer !== undefined
  return (
    <Stack>
      <Panel title={t(onImport ? 'step-check' : 'step-result')}>
        <div className={classes.part}>
          {work.isBusy && <BulkUnderWay batch={batch} />}
          {work.refusal && <RefusalNote refusal={work.refusal} />}
          {answer && <Counts progress={answer} isCollection={isCollection} isBefore={onImport !== undefined} />}
          {answer && onImport && isCollection && answer.counts.known + answer.changed > 0 && (
            <KnownRows rows={answer.counts.known + answer.changed} freeName={props.freeName} onOther={props.onOther} />
          )}
          {answer && !onImport && <OpeningBalances kind={kind} />}
          {isToConfirm && (
            <ConfirmImport
              needsSecondPerson={answer.needsSecondPerson}
              label={t(isCollection ? 'run-deposits' : 'run')}
              onImport={onImport}
              onBack={onBack}
              backLabel={backLabel}
            />
          )}
          {refused && onImport && <RefusalNote refusal={refused} />}
          {!work.isBusy && !isToConfirm && (
            <div className={classes.actions}>
              {isNext && (
                <Action autoFocus onAct={props.onNext}>
                  {props.nextLabel}
                </Action>
              )}
              <Action autoFocus={!isNext} onAct={onBack}>
                {backLabel}
              </Action>
            </div>
          )}
        </div>
      </Panel>
      {answer && <RowResults batch={batch} counts={answer.counts} />}
      {answer && <SaveResults batch={batch} />}
    </Stack>
  )
}

interface CountsProps {
  readonly progress: BulkProgress
  readonly isCollection: boolean
  readonly isBefore: boolean
}

function Counts({ progress, isCollection, isBefore }: CountsProps) {
  const { counts, isCancelled } = progress
  const { t, i18n } = useTranslation('import')
  const statuses = rowStates.map(([status]) => status).filter(status => counts[status] > 0)
  return (
    <div role="status" className={classes.counts}>
      {isCancelled && <p className={classes.text}>{t('stopped')}</p>}
      <Facts
        facts={statuses.map(status => [t(`status-${status}`), formatNumber(counts[status], i18n.language)] as const)}
      />
      {isCollection && <CollectionCash progress={progress} isBefore={isBefore} />}
    </div>
  )
}
