import { expect } from '@playwright/test'
import type { Branch } from './launch-branch.ts'

const looks = {
  plain: { zoom: 1, language: 'en', scheme: 'light' },
  dark: { zoom: 1, language: 'en', scheme: 'dark' },
  zoomed: { zoom: 2, language: 'en', scheme: 'light' },
  arabic: { zoom: 1, language: 'ar', scheme: 'light' },
} as const

/** Gives the window another look: dark, twice as large in 1024 by 640, or in Arabic; the person stays signed in. */
export async function lookWith(branch: Branch, look: keyof typeof looks): Promise<void> {
  const { zoom, language, scheme } = looks[look]
  await branch.app.evaluate(({ BrowserWindow }, factor) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setMinimumSize(320, 320)
    window?.setContentSize(factor === 2 ? 1024 : 1280, factor === 2 ? 640 : 800)
    window?.webContents.setZoomFactor(factor)
  }, zoom)
  await branch.page.evaluate(
    chosen => {
      const kept = JSON.parse(window.localStorage.getItem('window') ?? '{"state":{},"version":0}')
      window.localStorage.setItem('window', JSON.stringify({ ...kept, state: { ...kept.state, ...chosen } }))
      window.location.reload()
    },
    { language, colorScheme: scheme },
  )
  await expect(branch.page.getByRole('banner')).toBeVisible()
}
