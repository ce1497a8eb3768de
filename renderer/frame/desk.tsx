import { useEffect, useState } from 'react'
import { usePreferences } from '../lib/preferences.ts'
import type { OpenSession } from '../lib/session.ts'
import { shortcuts, useShortcut } from '../lib/shortcuts.ts'
import { useRoute } from '../routes.ts'
import { CommandPalette } from './command-palette.tsx'
import classes from './desk.module.css'
import { EngineNotice } from './engine-notice.tsx'
import { KeyNotice } from './key-notice.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { Rail } from './rail.tsx'
import { Screen } from './screen.tsx'
import { TopBar } from './top-bar.tsx'
import { useCounterKeys } from './use-counter-keys.ts'
import { useIdleSignal } from './use-idle-signal.ts'

/** The window while somebody works: rail, top bar, and one task at a time. */
export function Desk({ session }: { readonly session: OpenSession }) {
  const route = useRoute()
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const [isHelpOpen, setHelpOpen] = useState(false)
  useIdleSignal()
  useCounterKeys(route, !isPaletteOpen && !isHelpOpen)
  useShortcut(shortcuts.palette, () => setPaletteOpen(true))
  useShortcut(shortcuts.help, () => setHelpOpen(true))
  useShortcut(shortcuts.helpByLetter, () => setHelpOpen(true))
  useEffect(() => {
    document.title = `${session.institution.name} · ${session.branch.name}`
  }, [session])
  const { code } = session.signedIn
  useEffect(() => {
    usePreferences.setState({ lastStaffCode: code })
  }, [code])
  return (
    <div className={classes.desk}>
      <Rail task={route.task} />
      <TopBar session={session} onSearch={() => setPaletteOpen(true)} onHelp={() => setHelpOpen(true)} />
      <main className={classes.main} id="main">
        <EngineNotice />
        <KeyNotice session={session} />
        <Screen route={route} />
      </main>
      {isPaletteOpen && <CommandPalette route={route} onClose={() => setPaletteOpen(false)} />}
      {isHelpOpen && <KeyboardHelp onClose={() => setHelpOpen(false)} />}
    </div>
  )
}
