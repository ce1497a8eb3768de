import { useTranslation } from 'react-i18next'
import { discrepancies } from '../../../core/cash/transfer-commands.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Discrepancy, ReceiveForm } from './receive-form.ts'

interface DiscrepancyFieldsProps {
  readonly values: ReceiveForm
  readonly onChange: (changes: Partial<ReceiveForm>) => void
  readonly onDone: () => void
}

/** Why a count that differs stands: asked only once it differs. */
export function DiscrepancyFields({ values, onChange, onDone }: DiscrepancyFieldsProps) {
  const { t } = useTranslation('transfers')
  return (
    <Panel title={t('difference-stands')}>
      <form onKeyDown={enterGoesOn}>
        <Stack>
          <SelectField<Discrepancy | ''>
            label={t('discrepancy')}
            required
            value={values.discrepancy}
            onValue={discrepancy => onChange({ discrepancy })}
            options={[
              { value: '', label: t('discrepancy-choose'), disabled: true },
              ...discrepancies.map(value => ({ value, label: t(`discrepancy-${value}`) })),
            ]}
            autoFocus
          />
          <TextField
            label={t('discrepancy-note')}
            text={values.note}
            onText={note => onChange({ note })}
            onEnter={onDone}
            maxLength={500}
            required
          />
        </Stack>
      </form>
    </Panel>
  )
}
