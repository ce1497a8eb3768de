import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordAnswer } from '../../../core/query/journal-answers.ts'
import { QuietAction } from '../../ui/action.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './record-bytes.module.css'

/** The bytes set out for reading. What is signed are the raw ones; nothing here is ever signed again. */
function prettyText(bytes: string): string {
  try {
    return JSON.stringify(JSON.parse(bytes), null, 2)
  } catch {
    return bytes
  }
}

/** The record exactly as it was signed, or set out for reading. */
export function RecordBytes({ record: { bytes } }: { readonly record: RecordAnswer }) {
  const { t } = useTranslation('journal')
  const [isRaw, setIsRaw] = useState(false)
  return (
    <Panel
      title={t('bytes')}
      aside={
        <QuietAction shortcut="y" onAct={() => setIsRaw(!isRaw)}>
          {isRaw ? t('bytes-pretty') : t('bytes-raw')}
        </QuietAction>
      }
    >
      <pre className={classes.bytes} data-raw={isRaw || undefined} dir="ltr" data-selectable>
        {isRaw ? bytes : prettyText(bytes)}
      </pre>
    </Panel>
  )
}
