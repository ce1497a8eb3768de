import { type BrowserWindow, dialog } from 'electron'
import { errorCodes, type Log } from '../log.ts'
import { renderBitmap, renderPdf } from '../paper/document-window.ts'
import type { AnswerCall } from './engine-supervisor.ts'
import { isKeychainAvailable, protect, reveal } from './keychain.ts'

/** Answers what the engine process asks of the main process; what goes wrong here is logged here. */
export function shellAnswers(window: () => BrowserWindow | null, log: Log): AnswerCall {
  const answer: AnswerCall = async call => {
    switch (call.type) {
      case 'keychain.available':
        return isKeychainAvailable()
      case 'keychain.protect':
        return protect(call.secret)
      case 'keychain.reveal':
        return reveal(call.box)
      case 'document.pdf':
        return renderPdf(call.model)
      case 'document.bitmap':
        return renderBitmap(call.model, call.widthDots)
      case 'folder.choose':
        return choose(window(), ['openDirectory', 'createDirectory'])
      case 'file.choose':
        return choose(window(), ['openFile'])
    }
  }
  return async call => {
    try {
      return await answer(call)
    } catch (error) {
      log('shell-call-failed', { call: call.type, ...errorCodes(error) })
      throw error
    }
  }
}

type Properties = Electron.OpenDialogOptions['properties'] & {}

async function choose(window: BrowserWindow | null, properties: Properties): Promise<string | null> {
  const chosen = await (window ? dialog.showOpenDialog(window, { properties }) : dialog.showOpenDialog({ properties }))
  return chosen.filePaths[0] ?? null
}
