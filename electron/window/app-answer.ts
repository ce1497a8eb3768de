import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { appFile } from './app-address.ts'
import { answerHeaders, withNonce } from './content-policy.ts'

/** The answer to a request for one of the window's own files below `folder`; anything else is not there. */
export async function appAnswer(folder: string, method: string, address: string): Promise<Response> {
  if (method !== 'GET') return nothing(405)
  const file = appFile(folder, address)
  if (file === null) return nothing(404)
  const nonce = randomBytes(16).toString('base64')
  try {
    const bytes = await readFile(file.path)
    const isPage = file.mediaType.startsWith('text/html')
    const body = isPage ? withNonce(bytes.toString('utf8'), nonce) : new Uint8Array(bytes)
    return new Response(body, { headers: answerHeaders(file.mediaType, nonce) })
  } catch {
    return nothing(404)
  }
}

const nothing = (status: number): Response => new Response(null, { status, headers: answerHeaders('text/plain', '') })
