import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../core/command/outcome.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { PrimaryAction } from '../ui/action.tsx'
import { Money } from '../ui/money.tsx'
import { Page, Stack } from '../ui/page.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { Facts } from './facts.tsx'
import { OverShort } from './over-short.tsx'
import { useEscape } from './use-escape.ts'

interface CountedCashProps {
  readonly id: string
  readonly name: string
  readonly currency: CurrencyCode
  readonly outcome: Outcome
  readonly onDone: () => void
}

/** A count that is recorded, of cash that stays where it is. */
export function CountedCash({ id, name, currency, outcome, onDone }: CountedCashProps) {
  const { t } = useTranslation('cash')
  const { answer } = useAnswer({ type: 'cash-position' })
  useEscape(onDone)
  const count = answer?.places.find(place => place.id === id && place.currency === currency)?.count
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={currency} aligned />
  return (
    <Page narrow>
      <PageHeader title={t('count-recorded')} subtitle={<bdi>{name}</bdi>} />
      <Stack>
        {count && <OverShort differenceMinor={count.differenceMinor} currency={currency} />}
        <Panel title={t('count')} aside={t('record-aside', { number: outcome.record.seq })}>
          <Stack>
            {count && (
              <Facts
                facts={[
                  [t('expected'), money(count.expectedMinor)],
                  [t('counted'), money(count.countedMinor)],
                ]}
              />
            )}
            <PrimaryAction shortcut="enter" onAct={onDone} autoFocus>
              {t('done')}
            </PrimaryAction>
          </Stack>
        </Panel>
      </Stack>
    </Page>
  )
}
