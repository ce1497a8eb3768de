import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

export const packageSpec = 'nexum-test-runtime@1.0.0'
const [name, version] = packageSpec.split('@')

export interface LocalRegistry {
  readonly url: string
  /** Of the package that lies there, as a pin would name it. */
  readonly integrity: string
  /** What is done with the next request for the package itself; answered whole when nothing is said. */
  readonly next: (serve: (response: ServerResponse, tarball: Buffer) => void) => void
  /** How often the package itself was asked for. */
  readonly asked: () => number
}

export const whole = (response: ServerResponse, tarball: Buffer): void => void response.end(tarball)

/** Half of the bytes, then the line is dead. */
export function cut(response: ServerResponse, tarball: Buffer): void {
  response.writeHead(200, { 'content-length': tarball.length })
  response.write(tarball.subarray(0, tarball.length / 2), () => response.destroy())
}

/** A package registry of this machine that has one package, with hashes of its own that are right. */
export async function localRegistry(): Promise<LocalRegistry> {
  const tarball = packed()
  const sha512 = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  let asked = 0
  let serve = whole
  const server = createServer(({ url = '' }, response) => {
    if (!url.endsWith('.tgz')) return void response.end(JSON.stringify(describedAt(registry.url, sha512)))
    asked += 1
    const served = serve
    serve = whole
    served(response, tarball)
  })
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const registry: LocalRegistry = {
    url: `http://127.0.0.1:${port}/`,
    integrity: sha512,
    next: how => {
      serve = how
    },
    asked: () => asked,
  }
  return registry
}

function packed(): Buffer {
  const folder = temporaryFolder()
  fs.mkdirSync(path.join(folder, 'package'))
  fs.writeFileSync(path.join(folder, 'package', 'package.json'), JSON.stringify({ name, version }))
  fs.writeFileSync(path.join(folder, 'package', 'runtime.txt'), 'as it was published')
  const file = path.join(folder, 'package.tgz')
  spawnSync('tar', ['-czf', file, '-C', folder, 'package'])
  return fs.readFileSync(file)
}

const describedAt = (url: string, integrity: string) => ({
  name,
  'dist-tags': { latest: version },
  versions: { [version ?? '']: { name, version, dist: { tarball: `${url}package.tgz`, integrity } } },
})
