import { useTranslation } from 'react-i18next'
import { DenominationCountField } from '../../ui/denomination-count.tsx'
import { Stack } from '../../ui/page.tsx'
import classes from './first-run.module.css'
import type { StepProps } from './institution-step.tsx'

/** The cash that lies in the vault today: the first entry in the books, against paid-in capital. */
export function VaultStep({ form: { currency, pieces }, onChange }: StepProps) {
  const { t } = useTranslation('frame')
  return (
    <Stack>
      <p className={classes.note}>{t('vault-about')}</p>
      <div className={classes.narrow}>
        <DenominationCountField
          autoFocus
          label={t('step-vault')}
          currency={currency}
          pieces={pieces}
          onPieces={next => onChange({ pieces: next })}
        />
      </div>
    </Stack>
  )
}
