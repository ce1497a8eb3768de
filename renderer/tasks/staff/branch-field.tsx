import { useTranslation } from 'react-i18next'
import { useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { SelectField } from '../../ui/select-field.tsx'

interface BranchFieldProps {
  /** Empty for head office's own. */
  readonly branchId: string
  readonly onBranch: (branchId: string) => void
}

/** In which branch somebody works or a computer stands; nothing is asked where there is only one. */
export function BranchField({ branchId, onBranch }: BranchFieldProps) {
  const { t } = useTranslation('frame')
  const { answer: branches = [] } = useAnswer({ type: 'branches' })
  const own = useOpenSession()?.branch.branchId ?? ''
  if (branches.length < 2) return null
  return (
    <SelectField
      label={t('branch')}
      value={branchId === '' ? own : branchId}
      options={branches.map(({ branchId: value, code, name }) => ({ value, label: `${code} ${name}` }))}
      onValue={onBranch}
    />
  )
}
