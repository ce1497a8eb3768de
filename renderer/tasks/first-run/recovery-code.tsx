import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { endFirstRun, type OlderCode } from '../../lib/first-run.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Cover } from '../../ui/cover.tsx'
import { Stack } from '../../ui/page.tsx'
import classes from './first-run.module.css'

/** Shown once, never stored: the one key that opens the books when this computer has lost its own. */
export function RecoveryCode({ code, older }: { readonly code: string; readonly older: OlderCode | undefined }) {
  const { t } = useTranslation('frame')
  const [isWritten, setWritten] = useState(false)
  return (
    <Cover title={t('recovery-title')} subtitle={t('recovery-about')}>
      <Stack>
        {older && <p className={classes.older}>{t(`recovery-${older}`)}</p>}
        <output className={classes.code} dir="ltr" data-selectable data-recovery-code>
          <span className={classes.groups}>{code}</span>
        </output>
        <form
          onSubmit={event => {
            event.preventDefault()
            endFirstRun()
          }}
        >
          <Stack>
            <Checkbox
              label={t('recovery-written')}
              checked={isWritten}
              onChange={event => setWritten(event.currentTarget.checked)}
              autoFocus
            />
            <div>
              <PrimaryAction disabled={!isWritten}>{t('go-on')}</PrimaryAction>
            </div>
          </Stack>
        </form>
      </Stack>
    </Cover>
  )
}
