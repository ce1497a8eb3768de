import { useTranslation } from 'react-i18next'
import type { ProductFault } from '../../../core/products/product-check.ts'
import { ruleWord } from '../../lib/refusal-text.ts'

/** Why a field is not taken, to stand under it. What is only missing is listed beside the form: nobody has been wrong there yet. */
export function useFaultWord(faults: readonly ProductFault[]): (field: string) => string | undefined {
  const { t } = useTranslation('refusals')
  return field => {
    const fault = faults.find(one => one.field === field)
    return fault && fault.rule !== 'missing' ? ruleWord(fault.rule, t) : undefined
  }
}
