import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './dialog.module.css'
import { useReturnFocus } from './use-return-focus.ts'

interface DialogProps {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
  /** The acts, at the end of the last line. */
  readonly acts?: ReactNode
  /** With it the sheet is a form: Enter in a field is its primary act. */
  readonly onSubmit?: () => void
  readonly size?: 'sm' | 'md' | 'lg'
}

/** A small sheet over the page for one question. It takes the focus, keeps it, gives it back, and Esc closes it. */
export function Dialog({ title, onClose, children, acts, onSubmit, size = 'md' }: DialogProps) {
  const { t } = useTranslation('frame')
  useReturnFocus()
  const content = (
    <>
      <div className={classes.body}>{children}</div>
      {acts && <div className={classes.acts}>{acts}</div>}
    </>
  )
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t('close') }}>
      {onSubmit ? (
        <form
          onSubmit={event => {
            event.preventDefault()
            onSubmit()
          }}
        >
          {content}
        </form>
      ) : (
        content
      )}
    </Modal>
  )
}
