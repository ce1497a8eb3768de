import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks at the terminal; null where nobody sits at one. */
export async function ask(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(question)
  terminal.close()
  return answer.trim()
}

/** The passphrase from NEXUM_PASSPHRASE, from standard input, or from the terminal, where it is not shown. */
export async function askPassphrase(code: string): Promise<string> {
  const given = process.env.NEXUM_PASSPHRASE
  if (given !== undefined) return given
  if (!process.stdin.isTTY) return firstLineOfInput()
  process.stderr.write(`Passphrase or recovery code of ${code}: `)
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  const answer = await terminal.question('')
  terminal.close()
  process.stderr.write('\n')
  return answer
}

async function firstLineOfInput(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
  return text.split(/\r?\n/)[0] ?? ''
}
