import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SampleCriteria } from '../../../core/audit/audit-commands.ts'
import { Facts } from '../../counter/facts.tsx'
import { formatNumber } from '../../lib/format-count.ts'
import { type OpenSession, useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useCommand } from '../../lib/use-command.ts'
import { goTo } from '../../routes.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SampleFields } from './sample-fields.tsx'
import classes from './sampling.module.css'
import { useSampleForm } from './use-sample-form.ts'

/** Says what to draw from and how; how much that is stands under it before anything is drawn. */
export function DrawSample() {
  const session = useOpenSession()
  return session ? <Draw session={session} /> : null
}

function Draw({ session }: { readonly session: OpenSession }) {
  const { t } = useTranslation('audit')
  const form = useSampleForm(session)
  const { draft, criteria, command } = form
  const drawing = useCommand<'audit.draw-sample'>()
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!command) return
    const drawn = await drawing.run(command)
    if (!drawn.ok) return
    draft.discard()
    const { paperId } = drawn.value.created
    if (paperId) goTo({ task: 'working-paper', paperId })
  }
  if (!draft.isReady) return null
  return (
    <Panel title={t('sample-new')}>
      <form className={classes.form} onSubmit={event => void submit(event)}>
        <SampleFields form={form} />
        {criteria && <Population criteria={criteria} />}
        {drawing.refusal && <RefusalNote refusal={drawing.refusal} />}
        <div>
          <PrimaryAction keyShown="enter" isBusy={drawing.isBusy} disabled={command === undefined}>
            {t('sample-draw')}
          </PrimaryAction>
        </div>
      </form>
    </Panel>
  )
}

function Population({ criteria }: { readonly criteria: SampleCriteria }) {
  const { t, i18n } = useTranslation('audit')
  const { answer } = useAnswer({ type: 'sample-population', criteria }, { keepPrevious: true })
  if (!answer) return null
  return (
    <Facts
      facts={[
        [t('sample-from'), formatNumber(answer.count, i18n.language)],
        [t('sample-amount'), <Money key="amount" amountMinor={answer.amountMinor} currency={criteria.currency} />],
      ]}
    />
  )
}
