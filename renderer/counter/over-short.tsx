import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { absoluteMinor } from '../../core/money/amount.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import { Money } from '../ui/money.tsx'
import { Stack } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import classes from './over-short.module.css'

interface OverShortProps {
  readonly differenceMinor: bigint
  readonly currency: CurrencyCode
  /** What is asked when the count differs: the note. */
  readonly children?: ReactNode
}

/** Whether the count agrees with the books, and by how much it does not: over and short are said as words. */
export function OverShort({ differenceMinor, currency, children }: OverShortProps) {
  const { t } = useTranslation('cash')
  const word = differenceMinor === 0n ? t('agrees') : differenceMinor > 0n ? t('over') : t('short')
  const state = differenceMinor === 0n ? 'agrees' : differenceMinor > 0n ? 'over' : 'short'
  return (
    <Panel>
      <Stack>
        <div className={classes.line} data-state={state} role="status">
          <span className={classes.word}>{word}</span>
          {differenceMinor !== 0n && <Money amountMinor={absoluteMinor(differenceMinor)} currency={currency} strong />}
        </div>
        {differenceMinor !== 0n && children}
      </Stack>
    </Panel>
  )
}
