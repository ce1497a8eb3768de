import { useTranslation } from 'react-i18next'
import type { CommandOf } from '../../../core/command/command.ts'
import type { Effect } from '../../../core/command/outcome.ts'
import type { ApprovalAnswer } from '../../../core/query/journal-answers.ts'
import { CaptureFacts } from '../../counter/capture-facts.tsx'
import { ClosingFacts } from '../../counter/closing-facts.tsx'
import { ExchangeSummary } from '../../counter/exchange-summary.tsx'
import { Facts } from '../../counter/facts.tsx'
import { InstructionEffect } from '../../counter/instruction-effect.tsx'
import { formatDate, formatPeriod } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'

interface RequestFactsProps {
  readonly command: ApprovalAnswer['command']
  readonly effect: Effect | undefined
}

/** What a request is about where no balance tells it: to whom an order goes and when, where held money goes, what is exchanged, which month is closed. */
export function RequestFacts({ command, effect }: RequestFactsProps) {
  const { t, i18n } = useTranslation('ledger')
  const { t: ofExchange } = useTranslation('exchange')
  const { t: ofPortfolio } = useTranslation('portfolio')
  switch (command.type) {
    case 'standing-instruction.place':
      return <InstructionEffect order={command} />
    case 'fx.exchange': {
      const { currency, into, amountMinor, paidMinor } = command
      return <ExchangeSummary gives={currency} takes={into} amounts={{ inMinor: amountMinor, outMinor: paidMinor }} />
    }
    case 'savings.close':
      return <ClosingOf accountId={command.accountId} effect={effect} />
    case 'hold.capture':
      return <CaptureFacts effect={effect} />
    case 'recurring-journal.save':
      return <RecurringFacts command={command} />
    case 'fx.revalue':
      return <Facts facts={[[ofExchange('revalue-as-of'), formatDate(command.asOf, i18n.language)]]} />
    case 'provision.post':
      return <Facts facts={[[ofPortfolio('as-of'), formatDate(command.asOf, i18n.language)]]} />
    case 'period.close':
    case 'period.reopen':
      return <Facts facts={[[t('month'), formatPeriod(command.period, i18n.language)]]} />
    case 'year.close':
    case 'year.reopen':
      return <Facts facts={[[t('fiscal-year'), String(command.year)]]} />
    default:
      return null
  }
}

function ClosingOf({ accountId, effect }: Pick<RequestFactsProps, 'effect'> & { readonly accountId: string }) {
  const { answer: account } = useAnswer({ type: 'account', accountId })
  return account ? <ClosingFacts account={account} effect={effect} /> : null
}

function RecurringFacts({ command }: { readonly command: CommandOf<'recurring-journal.save'> }) {
  const { t, i18n } = useTranslation('ledger')
  const { answer: templates } = useAnswer({ type: 'journal-templates' })
  const name = templates?.find(({ templateId }) => templateId === command.templateId)?.name
  return (
    <Facts
      facts={[
        [t('template'), name && <bdi key="template">{name}</bdi>],
        [t('frequency'), t(`frequency-${command.frequency}`)],
        [t('starts-on'), formatDate(command.startsOn, i18n.language)],
        [t('times'), command.times],
      ]}
    />
  )
}
