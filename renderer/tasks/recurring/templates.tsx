import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { purposeEntries } from '../../../core/manual-journals/purposes.ts'
import type { JournalTemplateAnswer } from '../../../core/query/ledger-answers.ts'
import { useEntryWord } from '../../counter/entry-words.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useOperationKey } from '../../lib/use-operation-key.ts'
import { QuietAction } from '../../ui/action.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import classes from './recurring.module.css'

/** The templates that journals are written from; they are saved out of a journal. */
export function Templates() {
  const { t } = useTranslation('ledger')
  const { answer = [] } = useAnswer({ type: 'journal-templates' })
  return (
    <Panel title={t('templates-title')} flush={answer.length > 0}>
      {answer.length === 0 ? (
        <EmptyState title={t('no-templates')}>{t('no-templates-hint')}</EmptyState>
      ) : (
        <ul className={classes.list}>
          {answer.map(template => (
            <Template key={template.templateId} template={template} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Template({ template }: { readonly template: JournalTemplateAnswer }) {
  const { t } = useTranslation('ledger')
  const word = useEntryWord()
  const { key } = useOperationKey()
  const retire = useCommand<'journal-template.retire'>()
  const { templateId, name, purpose, currency } = template
  return (
    <li className={classes.item}>
      <span>
        <bdi>{name}</bdi>
        <span className={classes.detail}>
          {word(purposeEntries[purpose])} · {currency}
        </span>
      </span>
      <QuietAction
        icon={<IconTrash size={15} aria-hidden />}
        isBusy={retire.isBusy}
        onAct={() => void retire.run({ type: 'journal-template.retire', key, templateId })}
      >
        {t('retire-template')}
      </QuietAction>
      {retire.refusal && <RefusalNote refusal={retire.refusal} />}
    </li>
  )
}
