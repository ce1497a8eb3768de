import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ProductFault } from '../../../core/products/product-check.ts'
import { Action } from '../../ui/action.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ProductForm, TypedTier } from './product-form.ts'
import classes from './products.module.css'
import { useFaultWord } from './use-fault-word.ts'

interface TierFieldsProps {
  readonly form: ProductForm
  readonly faults: readonly ProductFault[]
  readonly onTiers: (tiers: readonly TypedTier[]) => void
}

const tiersMax = 20

/** The rates by balance: from nothing on, and then from each further balance on. */
export function TierFields({ form: { tiers, currency }, faults, onTiers }: TierFieldsProps) {
  const { t } = useTranslation('products')
  const wordOf = useFaultWord(faults)
  const change = (place: number, part: Partial<TypedTier>): void =>
    onTiers(tiers.map((tier, at) => (at === place ? { ...tier, ...part } : tier)))
  const whole = wordOf('interest.rates.tiers')
  return (
    <fieldset className={classes.tiers}>
      <legend>{t('tiers')}</legend>
      {tiers.map(({ from, percent }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tier is its place; two may be typed alike for a moment
        <div className={classes.tier} key={place}>
          <MoneyField
            label={t('tier-from', { number: place + 1 })}
            currency={currency}
            text={from}
            onText={text => change(place, { from: text })}
            disabled={place === 0}
            mayBeZero
            error={wordOf(`interest.rates.tiers.${place}.fromMinor`)}
          />
          <TextField
            label={t('tier-percent', { number: place + 1 })}
            text={percent}
            onText={text => change(place, { percent: text })}
            dir="ltr"
            inputMode="numeric"
            icon="%"
            maxLength={20}
            error={wordOf(`interest.rates.tiers.${place}.annualPercent`)}
          />
          {place > 0 && (
            <Action icon={<IconX size={15} aria-hidden />} onAct={() => onTiers(tiers.filter((_, at) => at !== place))}>
              {t('tier-remove')}
            </Action>
          )}
        </div>
      ))}
      {whole && (
        <p className={classes.fault} role="alert">
          {whole}
        </p>
      )}
      {tiers.length < tiersMax && (
        <div>
          <Action
            icon={<IconPlus size={15} aria-hidden />}
            onAct={() => onTiers([...tiers, { from: '', percent: '' }])}
          >
            {t('tier-add')}
          </Action>
        </div>
      )}
    </fieldset>
  )
}
