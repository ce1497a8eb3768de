import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { giveUp, withProgress } from './progress.ts'

export type PinnedPackage = { spec: string; integrity: string; megabytes: number }

/**
 * Fetches a package that is too large, or too seldom needed, to be a dependency, and unpacks the entries that match
 * `pattern` into `folder`. `npm pack` honours the user's registry, proxy and credentials; the hash is ours to check
 * because no lock file pins it.
 */
export async function unpackFromRegistry(wanted: PinnedPackage, folder: string, pattern: string): Promise<void> {
  const tarball = await withProgress(`fetching ${wanted.spec} (${wanted.megabytes} MB)`, () =>
    pack(wanted.spec, folder),
  )
  try {
    const integrity = await sha512(tarball)
    if (integrity !== wanted.integrity) throw new Error(`${wanted.spec} has integrity ${integrity}: refused`)
    const options = ['-xzf', tarball, '-C', folder, '--strip-components=1', '--wildcards', pattern]
    const tar = spawnSync('tar', options, { stdio: ['ignore', 'inherit', 'inherit'] })
    if (tar.status !== 0) throw new Error(`tar could not unpack ${wanted.spec}`)
  } finally {
    fs.rmSync(tarball, { force: true })
  }
}

async function pack(spec: string, folder: string): Promise<string> {
  const options = ['pack', spec, '--json', '--loglevel=error', '--pack-destination', folder]
  const { stdout } = await promisify(execFile)('npm', options, { maxBuffer: 64 << 20 }).catch(unreachable)
  const [packed] = Object.values(JSON.parse(stdout) as Record<string, { filename: string }>)
  if (packed === undefined) throw new Error(`npm pack ${spec} made no file`)
  return path.join(folder, packed.filename)
}

/** npm says why, in its own lines. */
function unreachable(failure: { readonly stderr?: string }): never {
  const reasons = (failure.stderr ?? '').split('\n').filter(line => line !== '')
  giveUp(
    'The package registry did not give what is needed; look at the connection, then run the same command again.',
    ...reasons,
  )
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(fs.createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  return `sha512-${hash.digest('base64')}`
}
