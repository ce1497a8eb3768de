import { PasswordInput, type PasswordInputProps, TextInput, type TextInputProps } from '@mantine/core'
import type { ReactNode, Ref } from 'react'

export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong with what was typed; it stands under the field and is read with it. */
  readonly error?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
}

interface TextFieldProps extends FieldProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly placeholder?: string
  readonly secret?: boolean
  readonly maxLength?: number
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'url'
  /** `bidi` lets a name in any script read in its own direction. */
  readonly dir?: 'auto' | 'ltr'
  readonly icon?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement>
  readonly onEnter?: () => void
}

/** A field for text. Label, hint and error are tied to it for a screen reader. */
export function TextField({
  text,
  onText,
  hint,
  secret = false,
  icon,
  inputRef,
  onEnter,
  autoFocus,
  ...rest
}: TextFieldProps) {
  const props: TextInputProps = {
    value: text,
    description: hint,
    autoComplete: 'off',
    spellCheck: false,
    dir: 'auto',
    withAsterisk: rest.required ?? false,
    leftSection: icon,
    onChange: event => onText(event.currentTarget.value),
    onKeyDown: event => {
      if (event.key !== 'Enter' || !onEnter) return
      event.preventDefault()
      onEnter()
    },
    ...(autoFocus ? { autoFocus: true, 'data-autofocus': true } : {}),
    ...rest,
    required: false,
    ...(rest.required ? { 'aria-required': true } : {}),
  }
  const withRef = inputRef ? { ...props, ref: inputRef } : props
  return secret ? <PasswordInput {...(withRef as PasswordInputProps)} /> : <TextInput {...withRef} />
}
