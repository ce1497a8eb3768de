import { IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DocumentLanguage, documentLanguage, documentLanguages } from '../../core/documents/document-language.ts'
import { loanPaperLabels } from '../../core/documents/loan-labels/labels-by-language.ts'
import { papersInState } from '../../core/documents/loan-papers/papers-in-state.ts'
import type { LoanAnswer } from '../../core/query/loan-answers.ts'
import { languages, localeOf } from '../lib/languages.ts'
import { Action } from '../ui/action.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import classes from './loan-papers.module.css'
import { PaperResult } from './paper-result.tsx'
import { usePaper } from './use-paper.ts'

interface LoanPapersProps {
  readonly loan: Pick<LoanAnswer, 'loanId' | 'state' | 'clientLanguage'>
}

const options = documentLanguages.map(value => ({ value, label: languages[value] }))

/** The papers that there are of a loan now, in the language that its client reads. Rule: D33. */
export function LoanPapers({ loan: { loanId, state, clientLanguage } }: LoanPapersProps) {
  const { t, i18n } = useTranslation('loan-papers')
  const own = documentLanguage(i18n.language)
  const [chosen, setLanguage] = useState<DocumentLanguage>()
  const language = chosen ?? clientLanguage ?? own
  const paper = usePaper()
  const papers = papersInState[state]
  if (papers.length === 0) return null
  const locale = localeOf(language, new Intl.Locale(i18n.language).region)
  return (
    <Panel title={t('papers')}>
      <div className={classes.papers}>
        <SelectField
          label={t('language')}
          hint={t('language-hint')}
          value={language}
          options={options}
          onValue={setLanguage}
        />
        <div className={classes.kinds}>
          {papers.map(kind => (
            <Action
              key={kind}
              icon={<IconFileTypePdf size={16} />}
              disabled={paper.run.isBusy}
              onAct={() => void paper.produce({ kind: 'loan-paper', paper: kind, loanId }, 'pdf', locale)}
            >
              {loanPaperLabels[own].titles[kind]}
            </Action>
          ))}
        </div>
        <PaperResult paper={paper} />
      </div>
    </Panel>
  )
}
