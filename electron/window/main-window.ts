import fs from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { loadPage } from './load-page.ts'
import { installMenu } from './menu.ts'
import { isOurs } from './renderer-origin.ts'
import { secureWebPreferences } from './web-preferences.ts'
import { parsePlace, placeOn, smallestWindow, usualWindow, type WindowPlace } from './window-place.ts'

const placeFile = () => path.join(app.getPath('userData'), 'window.json')
/** The page's own background, so that nothing flashes before it is drawn. */
const backgroundColor = () => (nativeTheme.shouldUseDarkColors ? '#111615' : '#f1f3ef')

/** Opens the one window of the application where it was last time; it is shown when its first picture is drawn. */
export function openMainWindow(): BrowserWindow {
  const place = rememberedPlace()
  const window = new BrowserWindow({
    ...usualWindow,
    ...place?.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: app.name,
    backgroundColor: backgroundColor(),
    webPreferences: secureWebPreferences('preload'),
  })
  window.setMenuBarVisibility(false)
  installMenu(window)
  if (place?.isMaximized) window.maximize()
  // Chromium remembers it too, but too late for a program that ends at once.
  window.webContents.once('dom-ready', () => {
    window.webContents.zoomFactor = (place?.zoomPercent ?? 100) / 100
  })
  window.once('ready-to-show', () => window.show())
  // A step to an empty page asks nobody first; it is taken back.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isOurs(address)) void loadPage(window)
  })
  window.on('close', () => rememberPlace(window))
  nativeTheme.on('updated', () => !window.isDestroyed() && window.setBackgroundColor(backgroundColor()))
  return window
}

function rememberedPlace(): WindowPlace | null {
  const screens = screen.getAllDisplays().map(display => display.workArea)
  return fs.existsSync(placeFile()) ? placeOn(screens, parsePlace(fs.readFileSync(placeFile(), 'utf8'))) : null
}

/** Losing this is not worth a word to anybody. */
function rememberPlace(window: BrowserWindow): void {
  const zoomPercent = Math.round(window.webContents.zoomFactor * 100)
  const place: WindowPlace = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized(), zoomPercent }
  fs.writeFileSync(placeFile(), JSON.stringify(place))
}
