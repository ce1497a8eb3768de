/** The least that an Electron application can be: one window with one line. What our start is measured against. */
import { app, BrowserWindow } from 'electron'

await app.whenReady()
await new BrowserWindow({ width: 1200, height: 800 }).loadURL('data:text/html,<h1>Empty</h1>')
app.on('window-all-closed', () => app.quit())
