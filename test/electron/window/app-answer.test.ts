import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { appAnswer } from '../../../electron/window/app-answer.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'app-answer-'))
fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html><html><head><title>x</title></head></html>')
fs.writeFileSync(path.join(folder, 'main.js'), 'export {}')
afterAll(() => fs.rmSync(folder, { recursive: true }))

const get = (name: string, method = 'GET') => appAnswer(folder, method, `app://nexum/${name}`)
const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? ''

describe('an answer to the window', () => {
  test('[W3] a page carries the policy, and a nonce that the policy names and no other answer has', async () => {
    const first = await get('index.html')
    const [, nonce] = /<meta property="csp-nonce" nonce="([^"]+)">/.exec(await first.text()) ?? []
    expect(policyOf(first)).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(policyOf(await get('index.html'))).not.toContain(`'nonce-${nonce}'`)
  })

  test('[W3] nothing is allowed but our own files, and no inline script', async () => {
    const policy = policyOf(await get('index.html'))
    expect(policy).toContain("default-src 'none'; script-src 'self'; ")
    for (const part of ['connect-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
      expect(policy).toContain(`${part} 'none'`)
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  test('[W2] files have their own media type, and nobody may guess another', async () => {
    const script = await get('main.js')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await script.text()).toBe('export {}')
  })

  test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('[W2] %s is not answered', async method => {
    expect((await get('index.html', method)).status).toBe(405)
  })

  test('[W2] what is not there is not found, and also carries the policy', async () => {
    const answer = await get('absent.js')
    expect([answer.status, await answer.text()]).toEqual([404, ''])
    expect(policyOf(answer)).toContain("default-src 'none'")
  })
})
