import { Progress } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { CloseOfBusinessAnswer } from '../../../core/query/close-answers.ts'
import { Check, CheckList } from '../../counter/check-list.tsx'
import { formatDate, formatDay } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Action } from '../../ui/action.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { ClosedDate } from './closed-date.tsx'
import { ClosedDates } from './closed-dates.tsx'

/** How far the close of business has come, and what the newest dates did; one that is chosen is told account by account. */
export function CloseOfBusiness() {
  const { t } = useTranslation('closing')
  const { answer } = useAnswer({ type: 'close-of-business' })
  const [chosen, setChosen] = useState<BusinessDate | null>(null)
  if (!answer) return null
  return (
    <>
      <Panel title={t('title')} flush>
        <CheckList>
          <Standing closing={answer} />
        </CheckList>
        {answer.refusal && <RefusalNote refusal={answer.refusal} />}
        {answer.dates.length > 0 && <ClosedDates dates={answer.dates} onOpen={setChosen} />}
      </Panel>
      {chosen && <ClosedDate key={chosen} date={chosen} />}
    </>
  )
}

function Standing({ closing }: { readonly closing: CloseOfBusinessAnswer }) {
  const { t, i18n } = useTranslation('closing')
  const { state, due, closedThrough } = closing
  const resume = useCommand<'close-of-business.resume'>()
  if (!due) {
    const text = closedThrough ? t('done-through', { date: formatDay(closedThrough, i18n.language) }) : t('nothing-yet')
    return <Check state={closedThrough ? 'done' : 'waits'}>{text}</Check>
  }
  if (state === 'running') return <UnderWay due={due} />
  const through = formatDate(due.through, i18n.language)
  return (
    <Check
      state="blocks"
      action={
        <Action isBusy={resume.isBusy} onAct={() => void resume.run({ type: 'close-of-business.resume' })}>
          {t('resume')}
        </Action>
      }
    >
      {t(state === 'stopped' ? 'is-stopped' : 'is-due', { date: through })}
    </Check>
  )
}

function UnderWay({ due }: { readonly due: NonNullable<CloseOfBusinessAnswer['due']> }) {
  const { t, i18n } = useTranslation('closing')
  const stop = useCommand<'close-of-business.stop'>()
  const { date, through, done, accounts } = due
  const day = formatDate(date, i18n.language)
  return (
    <Check
      state="waits"
      action={
        <Action isBusy={stop.isBusy} onAct={() => void stop.run({ type: 'close-of-business.stop' })}>
          {t('stop')}
        </Action>
      }
    >
      {t('at-date', { date: day, done, accounts })}
      <Progress value={accounts > 0 ? (100 * done) / accounts : 0} aria-label={t('title')} />
      {t('goes-through', { date: formatDate(through, i18n.language) })}
    </Check>
  )
}
