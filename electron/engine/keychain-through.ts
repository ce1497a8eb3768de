import type { Keychain } from '../../core/engine/keychain.ts'
import type { ShellPort } from './shell-port.ts'

/** The keychain as the engine knows it. Only the main process can reach it. */
export const keychainThrough = (shell: ShellPort): Keychain => ({
  available: () => shell.ask({ type: 'keychain.available' }),
  protect: secret => shell.ask({ type: 'keychain.protect', secret }),
  reveal: box => shell.ask({ type: 'keychain.reveal', box }),
})
