import type { DocumentModel } from '../../core/documents/document-model.ts'
import type { Raster } from '../../core/documents/escpos.ts'

/** What only Electron's main process can do, and the engine process asks of it. */
export interface ShellAnswers {
  /** The operating system's keychain: whether there is one that deserves the name. */
  'keychain.available': boolean
  'keychain.protect': Uint8Array | null
  'keychain.reveal': Uint8Array | null
  'document.pdf': Uint8Array
  'document.bitmap': Raster
  'folder.choose': string | null
  'file.choose': string | null
}

export type ShellCall =
  | { readonly type: 'keychain.available' }
  | { readonly type: 'keychain.protect'; readonly secret: Uint8Array }
  | { readonly type: 'keychain.reveal'; readonly box: Uint8Array }
  | { readonly type: 'document.pdf'; readonly model: DocumentModel }
  | { readonly type: 'document.bitmap'; readonly model: DocumentModel; readonly widthDots: number }
  | { readonly type: 'folder.choose' }
  | { readonly type: 'file.choose' }

/** How the engine process is started: given as its one argument, in JSON. */
export interface EngineStart {
  readonly dataFolder: string
  readonly documentsFolder: string
  readonly logsFolder: string
}

export type FromEngine =
  | { readonly kind: 'ready' }
  | { readonly kind: 'call'; readonly id: number; readonly call: ShellCall }

/** `failed` stands for an exception in the main process, which is logged there. */
export type ToEngine =
  | { readonly kind: 'port' }
  | { readonly kind: 'lock' }
  | { readonly kind: 'close' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ShellAnswers[ShellCall['type']] }
  | { readonly kind: 'failed'; readonly id: number }
