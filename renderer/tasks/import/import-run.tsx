import { useTranslation } from 'react-i18next'
import type { ImportKind } from '../../../core/import/import-kinds.ts'
import type { BulkProgress } from '../../../core/query/bulk-answers.ts'
import type { Refusal } from '../../../core/refusal.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatNumber } from '../../lib/format-count.ts'
import type { CommandRun } from '../../lib/use-command.ts'
import { Action } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { BulkUnderWay } from './bulk-under-way.tsx'
import { ConfirmImport, type Second } from './confirm-import.tsx'
import classes from './import.module.css'
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
}

/** A check or an import: under way, and then with what came of each row. */
export function ImportRun({ batch, kind, work, refused, onImport, onBack }: ImportRunProps) {
  const { t } = useTranslation('import')
  const { answer } = work
  return (
    <Stack>
      <Panel title={t(onImport ? 'step-check' : 'step-result')}>
        <div className={classes.part}>
          {work.isBusy && <BulkUnderWay batch={batch} />}
          {work.refusal && <RefusalNote refusal={work.refusal} />}
          {answer && <Counts progress={answer} />}
          {answer && !onImport && <OpeningBalances kind={kind} />}
          {answer && onImport && answer.counts.ready > 0 && (
            <ConfirmImport
              needsSecondPerson={answer.needsSecondPerson}
              label={t(kind === 'deposits' ? 'run-deposits' : 'run')}
              onImport={onImport}
            />
          )}
          {refused && onImport && <RefusalNote refusal={refused} />}
          {!work.isBusy && (
            <div className={classes.actions}>
              <Action autoFocus={!onImport || answer?.counts.ready === 0} onAct={onBack}>
                {t('back')}
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

function Counts({ progress: { counts, amounts, isCancelled } }: { readonly progress: BulkProgress }) {
  const { t, i18n } = useTranslation('import')
  const statuses = rowStates.map(([status]) => status).filter(status => counts[status] > 0)
  return (
    <div role="status">
      {isCancelled && <p className={classes.text}>{t('stopped')}</p>}
      <Facts
        facts={[
          ...statuses.map(status => [t(`status-${status}`), formatNumber(counts[status], i18n.language)] as const),
          ...amounts.map(
            ({ amountMinor, currency }) =>
              [
                t('cash-to-count'),
                <Money key={currency} amountMinor={amountMinor} currency={currency} strong />,
              ] as const,
          ),
        ]}
      />
    </div>
  )
}
