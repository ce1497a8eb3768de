import { NativeSelect } from '@mantine/core'
import type { Ref } from 'react'
import type { FieldProps } from './text-field.tsx'

interface SelectFieldProps<T extends string> extends FieldProps {
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly disabled?: boolean }[]
  readonly onValue: (value: T) => void
  readonly selectRef?: Ref<HTMLSelectElement>
}

/** One of a few. The system's own list: arrows, typing the first letters, and a finger all work. */
export function SelectField<T extends string>({
  value,
  options,
  onValue,
  hint,
  autoFocus,
  required = false,
  selectRef,
  ...rest
}: SelectFieldProps<T>) {
  return (
    <NativeSelect
      value={value}
      data={options.map(option => ({ ...option }))}
      description={hint}
      withAsterisk={required}
      onChange={event => {
        const chosen = options.find(option => option.value === event.currentTarget.value)
        if (chosen) onValue(chosen.value)
      }}
      {...(selectRef ? { ref: selectRef } : {})}
      {...(autoFocus ? { autoFocus: true, 'data-autofocus': true } : {})}
      {...rest}
    />
  )
}
