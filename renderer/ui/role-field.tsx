import { useTranslation } from 'react-i18next'
import { type Role, roles } from '../../core/authority/roles.ts'
import { SelectField } from './select-field.tsx'

interface RoleFieldProps {
  readonly value: Role
  readonly onValue: (role: Role) => void
}

export function RoleField({ value, onValue }: RoleFieldProps) {
  const { t } = useTranslation('frame')
  return (
    <SelectField
      label={t('role')}
      hint={t(`role-hint-${value}`)}
      value={value}
      onValue={onValue}
      options={roles.map(role => ({ value: role, label: t(`role-${role}`) }))}
    />
  )
}
