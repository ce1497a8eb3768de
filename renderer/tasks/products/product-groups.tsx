import { useTranslation } from 'react-i18next'
import type { ProductFault } from '../../../core/products/product-check.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ListFields } from './list-fields.tsx'
import { type FieldName, fieldGroups, fieldsOfGroup, listsOfGroup } from './product-fields.ts'
import { isAsked, type ProductForm, type TypedTier } from './product-form.ts'
import classes from './products.module.css'
import { TermField } from './term-field.tsx'
import type { ListName, TypedRow } from './term-lists.ts'
import { TierFields } from './tier-fields.tsx'
import { useFaultWord } from './use-fault-word.ts'

interface ProductGroupsProps {
  readonly form: ProductForm
  readonly isNew: boolean
  readonly faults: readonly ProductFault[]
  readonly onTerm: (field: FieldName, text: string) => void
  readonly onTiers: (tiers: readonly TypedTier[]) => void
  readonly onRows: (list: ListName, rows: readonly TypedRow[]) => void
}

/** The terms of a product in groups, only those that its kind has; what stands against one stands under it. */
export function ProductGroups({ form, isNew, faults, onTerm, onTiers, onRows }: ProductGroupsProps) {
  const { t } = useTranslation('products')
  const { answer: chart = [] } = useAnswer({ type: 'chart' })
  const wordOf = useFaultWord(faults)
  const first: FieldName = isNew ? 'name' : 'validFrom'
  return fieldGroups.map(([group]) => {
    const asked = fieldsOfGroup(group).filter(spec => isAsked(form, spec) && (isNew || spec.field !== 'productId'))
    const lists = form.kind === 'loan' ? listsOfGroup(group) : []
    if (asked.length + lists.length === 0) return null
    return (
      <Panel key={group} title={t(group)}>
        <Stack>
          <p className={classes.about}>{t(`${group}-about`)}</p>
          <div className={classes.fields}>
            {asked.map(spec => (
              <div key={spec.field} data-field={spec.field}>
                <TermField
                  spec={spec}
                  path={spec.field}
                  text={form.terms[spec.field] ?? ''}
                  currency={form.currency}
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
          {lists.map(list => (
            <ListFields key={list} list={list} form={form} chart={chart} wordOf={wordOf} onRows={onRows} />
          ))}
        </Stack>
      </Panel>
    )
  })
}
