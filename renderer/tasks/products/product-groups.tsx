import { useTranslation } from 'react-i18next'
import type { ProductFault } from '../../../core/products/product-check.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { type FieldName, fieldGroups, fieldsOfGroup } from './product-fields.ts'
import { isAsked, type ProductForm, type TypedTier } from './product-form.ts'
import classes from './products.module.css'
import { TermField } from './term-field.tsx'
import { TierFields } from './tier-fields.tsx'
import { useFaultWord } from './use-fault-word.ts'

interface ProductGroupsProps {
  readonly form: ProductForm
  readonly isNew: boolean
  readonly faults: readonly ProductFault[]
  readonly onTerm: (field: FieldName, text: string) => void
  readonly onTiers: (tiers: readonly TypedTier[]) => void
}

/** The terms of a product in groups, only those that its kind has; what stands against one stands under it. */
export function ProductGroups({ form, isNew, faults, onTerm, onTiers }: ProductGroupsProps) {
  const { t } = useTranslation('products')
  const { answer: chart = [] } = useAnswer({ type: 'chart' })
  const wordOf = useFaultWord(faults)
  const first: FieldName = isNew ? 'name' : 'validFrom'
  return fieldGroups.map(([group]) => {
    const asked = fieldsOfGroup(group).filter(spec => isAsked(form, spec) && (isNew || spec.field !== 'productId'))
    if (asked.length === 0) return null
    return (
      <Panel key={group} title={t(group)}>
        <Stack>
          <p className={classes.about}>{t(`${group}-about`)}</p>
          <div className={classes.fields}>
            {asked.map(spec => (
              <div key={spec.field} data-field={spec.field}>
                <TermField
                  spec={spec}
                  form={form}
                  chart={chart}
                  error={wordOf(spec.field)}
                  onText={text => onTerm(spec.field, text)}
                  autoFocus={spec.field === first}
                />
              </div>
            ))}
          </div>
          {group === 'group-interest' && asked.some(({ field }) => field === 'interest.rates.type') && (
            <TierFields form={form} faults={faults} onTiers={onTiers} />
          )}
        </Stack>
      </Panel>
    )
  })
}
