import { expect, test } from 'vitest'
import type { FromEngine } from '../../../electron/engine/shell-calls.ts'
import { shellPort } from '../../../electron/engine/shell-port.ts'

test('[W7] the engine’s calls to the shell are answered each in its own time', async () => {
  const sent: FromEngine[] = []
  const shell = shellPort(message => sent.push(message))
  const folder = shell.ask({ type: 'folder.choose' })
  const available = shell.ask({ type: 'keychain.available' })
  const pdf = shell.ask({ type: 'document.pdf', model: {} as never })
  const ids = sent.map(message => (message.kind === 'call' ? message.id : 0))
  shell.receive({ kind: 'answer', id: ids[1] ?? 0, answer: true })
  shell.receive({ kind: 'answer', id: ids[0] ?? 0, answer: '/chosen' })
  shell.receive({ kind: 'failed', id: ids[2] ?? 0 })
  expect([await folder, await available]).toEqual(['/chosen', true])
  await expect(pdf).rejects.toThrow('could not')
})
