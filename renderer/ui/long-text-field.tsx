import { Textarea } from '@mantine/core'
import type { FieldProps } from './text-field.tsx'

interface LongTextFieldProps extends FieldProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly maxLength?: number
}

/** A field for several lines, such as a list that is pasted. */
export function LongTextField({ text, onText, hint, autoFocus, required = false, ...rest }: LongTextFieldProps) {
  return (
    <Textarea
      value={text}
      description={hint}
      autoComplete="off"
      spellCheck={false}
      minRows={8}
      rows={8}
      withAsterisk={required}
      attributes={{ input: { dir: 'auto' } }}
      onChange={event => onText(event.currentTarget.value)}
      {...(autoFocus ? { autoFocus: true, 'data-autofocus': true } : {})}
      {...rest}
    />
  )
}
