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
  readonly readOnly?: boolean
  readonly maxLength?: number
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'url'
  /** `ltr` for codes, numbers and addresses, which are written from left to right in every language; words read in their own direction. */
  readonly dir?: 'ltr'
  readonly icon?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement>
  readonly onEnter?: () => void
}

/** Words read in their own direction; a field that is still empty reads as the page does. */
const directionIn = (text: string, dir: 'ltr' | undefined): { readonly dir?: string } =>
  dir === undefined && text === '' ? {} : { dir: dir ?? 'auto' }

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
  dir,
  ...rest
}: TextFieldProps) {
  const props: TextInputProps = {
    value: text,
    description: hint,
    autoComplete: 'off',
    spellCheck: false,
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
  const direction = directionIn(text, dir)
  return secret ? (
    <PasswordInput {...(withRef as PasswordInputProps)} attributes={{ innerInput: direction }} />
  ) : (
    <TextInput {...withRef} attributes={{ input: direction }} />
  )
}
