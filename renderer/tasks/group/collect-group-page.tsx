import { useTranslation } from 'react-i18next'
import type { ImportSpec } from '../../../core/import/import-kinds.ts'
import type { CollectionRow, GroupLoansAnswer } from '../../../core/query/group-answers.ts'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { useYourDrawers } from '../../counter/use-your-drawers.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { goTo, replaceWith } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { Steps } from '../../ui/steps.tsx'
import { nextName } from '../import/import-form.ts'
import { ImportRun } from '../import/import-run.tsx'
import { useImportRun } from '../import/use-import-run.ts'
import { CollectionFields } from './collection-fields.tsx'
import { type CollectionForm, listOf, nothingTyped, readCollection } from './collection-form.ts'

/** What the members of a group bring, each their own sum: checked together, then recorded as a collection. Rule: W81. */
export function CollectGroupPage({ groupId }: { readonly groupId: string }) {
  const { answer: group, refusal } = useAnswer({ type: 'group-loans', groupId })
  const { answer: rows } = useAnswer({ type: 'group-collection', groupId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return group && rows ? <Collecting group={group} rows={rows} /> : null
}

interface CollectingProps {
  readonly group: GroupLoansAnswer
  readonly rows: readonly CollectionRow[]
}

const specOf = (name: string): ImportSpec => ({
  kind: 'deposits',
  name,
  mapping: { savingsAccount: 0, amount: 1 },
  formats: { dateOrder: 'ymd', decimalMark: '.' },
})

function Collecting({ group, rows }: CollectingProps) {
  const { t, i18n } = useTranslation('groups')
  const { groupId, asOf, name: groupName } = group
  const { values, isReady, change, discard } = useDraft<CollectionForm>(`collect-group/${groupId}/${asOf}`, {
    ...nothingTyped,
    name: `${formatDate(asOf, i18n.language)} ${groupName}`,
  })
  const paste = useCommand<'import.paste'>()
  const list = useImportRun()
  const { batch, isImporting, check, run } = list
  const read = readCollection(rows, values, i18n.language)
  async function begin(name = values.name): Promise<void> {
    if (name !== values.name) change({ name })
    const pasted = await paste.run({ type: 'import.paste', text: listOf(read.paid) })
    if (pasted.ok) await list.begin(specOf(name))
  }
  function leave(): void {
    discard()
    replaceWith({ task: 'group', groupId })
  }
  if (!isReady) return null
  return (
    <Page>
      <PageHeader title={t('collect-from', { name: groupName })} subtitle={formatDate(asOf, i18n.language)} />
      <Steps
        labels={[t('step-sheet'), t('step-check'), t('step-result')]}
        current={batch === undefined ? 0 : isImporting ? 2 : 1}
      />
      {batch === undefined && (
        <>
          <NoDrawer rows={rows} />
          {rows.length === 0 ? (
            <EmptyState title={t('sheet-empty')} />
          ) : (
            <CollectionFields
              rows={rows}
              form={values}
              read={read}
              isBusy={paste.isBusy}
              onAmounts={amounts => change({ amounts })}
              onDone={() => void begin()}
            />
          )}
          {paste.refusal && <RefusalNote refusal={paste.refusal} />}
        </>
      )}
      {batch !== undefined && (
        <ImportRun
          key={batch}
          batch={batch}
          kind="deposits"
          work={isImporting ? run : check}
          refused={run.refusal}
          onImport={isImporting ? undefined : second => void list.importRows(specOf(values.name), second)}
          onBack={list.back}
          freeName={nextName(values.name)}
          onOther={name => void begin(name)}
          onNext={leave}
          backLabel={t('back-to-sheet')}
          nextLabel={t('to-group')}
        />
      )}
    </Page>
  )
}

/** Where the person has no drawer for it, the way to one. */
function NoDrawer({ rows }: { readonly rows: readonly CollectionRow[] }) {
  const { t } = useTranslation('groups')
  const currencies = [...new Set(rows.map(({ currency }) => currency))]
  const drawers = useYourDrawers(currencies)
  if (currencies.length === 0 || drawers.length > 0) return null
  return (
    <div role="alert">
      <EmptyState title={t('no-drawer')}>
        <Action onAct={() => goTo({ task: 'drawer' })}>{t('open-drawer')}</Action>
      </EmptyState>
    </div>
  )
}
