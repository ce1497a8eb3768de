/** The least that an Electron application can be: one window with one line. What our start is measured against. */
import { app, BrowserWindow } from 'electron'

// Not awaited here: Electron is ready only after this module has run to its end.
app.whenReady().then(() => new BrowserWindow({ width: 1200, height: 800 }).loadURL('data:text/html,<h1>Empty</h1>'))
app.on('window-all-closed', () => app.quit())
