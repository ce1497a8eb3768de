import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { type DemonstrationDay, playDemonstrationDay } from '../../core/demo/demonstration-day.ts'
import { demonstrationPassphrase } from '../../core/demo/demonstration-people.ts'
import { type Branch, launchBranch } from './support/launch-branch.ts'
import { lendingPlaces } from './support/lending-places.ts'
import { pagePort } from './support/page-port.ts'

let branch: Branch
let day: DemonstrationDay
let lending: readonly string[] = []
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  branch = await launchBranch()
  const port = pagePort(branch.page)
  const date = new Date().toISOString().slice(0, 10)
  day = await playDemonstrationDay({ port, newKey: randomUUID, say: () => undefined, date })
  lending = await lendingPlaces(port, day)
  const signedIn = await port.execute({ type: 'session.sign-in', code: 'HO1', passphrase: demonstrationPassphrase })
  if (!signedIn.ok) throw new Error(signedIn.refusal.type)
})
test.afterAll(() => branch.close())

const places = (): readonly string[] => [
  '#/my-day',
  `#/client/${day.clientId}`,
  `#/account/${day.accountId}`,
  `#/deposit/${day.accountId}`,
  `#/hold/${day.accountId}`,
  `#/savings-transfer/${day.accountId}`,
  `#/standing-instruction/${day.accountId}`,
  `#/holders/${day.accountId}`,
  '#/products',
  '#/product/recurring-deposit',
  '#/next-version/recurring-deposit',
  `#/reverse/${day.deposit.log}/${day.deposit.seq}`,
  '#/drawer',
  '#/cash',
  '#/send-cash',
  '#/rates',
  '#/business-day',
  '#/calendar',
  '#/journal',
  '#/approvals',
  '#/statements',
  '#/ledger',
  '#/ledger/1120/KES/booking/-/-/-/-',
  '#/staff',
  '#/register-client',
  '#/settings',
  ...lending,
]

async function look(language: string, zoom: number): Promise<void> {
  await branch.app.evaluate(({ BrowserWindow }, factor) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setMinimumSize(320, 320)
    window?.setContentSize(1024, 640)
    window?.webContents.setZoomFactor(factor)
  }, zoom)
  await branch.page.evaluate(chosen => {
    const kept = JSON.parse(window.localStorage.getItem('window') ?? '{"state":{},"version":0}')
    window.localStorage.setItem('window', JSON.stringify({ ...kept, state: { ...kept.state, language: chosen } }))
    window.location.reload()
  }, language)
  await expect(branch.page.getByRole('banner')).toBeVisible()
}

/** Resolves when the page has not changed for a while: what it asked the engine for has come. */
const atRest = () =>
  branch.page.evaluate(
    () =>
      new Promise<void>(resolve => {
        const rest = () => setTimeout(resolve, 250)
        let timer = rest()
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = rest()
        }).observe(document, { subtree: true, childList: true, attributes: true })
      }),
  )

/** What sticks out sideways, every amount of which a part is cut off, and every list that is too low to be read. */
const whatDoesNotFit = () =>
  branch.page.evaluate(() => {
    const wide = [...document.querySelectorAll('main, [data-page], section > div')].filter(
      part => part.scrollWidth > part.clientWidth + 1,
    )
    const grids = [...document.querySelectorAll('[role="grid"]')].filter(grid => {
      const scroller = grid.parentElement
      return scroller && scroller.scrollWidth > scroller.clientWidth + 1
    })
    const low = [...document.querySelectorAll('[role="grid"]')].filter(grid => {
      const scroller = grid.parentElement
      return scroller && scroller.clientHeight < Math.min(scroller.scrollHeight, 120)
    })
    const cut = [...document.querySelectorAll('[class*="_money_"]')].filter(figure => {
      const inner = figure.getBoundingClientRect()
      const outer = figure.parentElement?.getBoundingClientRect() ?? inner
      return inner.left < outer.left - 1 || inner.right > outer.right + 1
    })
    return [...wide, ...grids, ...low, ...cut].map(part => `${part.tagName} ${part.textContent?.slice(0, 60)}`)
  })

for (const language of ['en', 'ar', 'fr']) {
  for (const zoom of [1, 2]) {
    test(`[W31] at 1024 by 640 and ${zoom * 100} % every screen fits in ${language}: nothing is cut, nothing scrolls sideways`, async () => {
      await look(language, zoom)
      for (const place of places()) {
        await branch.page.evaluate(hash => {
          window.location.hash = hash
        }, place)
        await atRest()
        expect(await branch.page.evaluate(() => window.location.hash)).toBe(place)
        await expect(branch.page.getByRole('heading', { level: 1 })).toBeVisible()
        expect.soft(await whatDoesNotFit(), place).toEqual([])
      }
      await branch.picture(`narrow-${language}-${zoom}`)
    })
  }
}
