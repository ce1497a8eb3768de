import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { zoomIn, zoomOut } from './zoom.ts'

/** Not shown: it gives the keys for editing and for the size of text, and macOS what every application has there. */
export function installMenu(window: BrowserWindow): void {
  const zoom = (next: (percent: number) => number) => () => {
    window.webContents.zoomFactor = next(Math.round(window.webContents.zoomFactor * 100)) / 100
  }
  const view: MenuItemConstructorOptions[] = [
    { label: 'Larger Text', accelerator: 'CmdOrCtrl+Plus', click: zoom(zoomIn) },
    { label: 'Larger Text', accelerator: 'CmdOrCtrl+=', visible: false, click: zoom(zoomIn) },
    { label: 'Smaller Text', accelerator: 'CmdOrCtrl+-', click: zoom(zoomOut) },
    { label: 'Usual Text', accelerator: 'CmdOrCtrl+0', click: zoom(() => 100) },
    { role: 'togglefullscreen' },
    ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
  ]
  const edit: MenuItemConstructorOptions = { role: 'editMenu' }
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, edit, { label: 'View', submenu: view }]))
}
