import fs from 'node:fs'
import path from 'node:path'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

export interface MadeUpDebian {
  /** The only folder to look for programs in. */
  readonly path: string
  /** What was asked of apt-get and of npm, in order. */
  readonly asked: () => readonly string[]
}

/** Debian 12, and the releases after it, whose libraries with a 64-bit time have new names. */
export type Release = 'Debian 12' | 'Debian 13'

export interface Machine {
  readonly release: Release
  readonly hasSudo: boolean
  readonly aptFails?: boolean
}

const knows: Record<Release, string> = {
  'Debian 12': 'case "$2" in *t64) exit 100;; *) exit 0;; esac',
  'Debian 13': 'case "$2" in libgtk-3-0|libasound2) exit 100;; *) exit 0;; esac',
}

/**
 * The programs of a Debian where nothing is installed, which knows its packages by the names of its release. What apt-get installs
 * there is installed from then on, unless it is said to fail; npm reaches no registry.
 */
export function madeUpDebian({ release, hasSudo, aptFails = false }: Machine): MadeUpDebian {
  const folder = temporaryFolder()
  const asked = path.join(folder, 'asked')
  const installed = path.join(folder, 'installed')
  const programs: Record<string, string> = {
    'dpkg-query': `if [ "$1" = -s ] && [ -e ${installed} ]; then printf 'Package: x\\nStatus: install ok installed\\n'; fi`,
    'apt-cache': knows[release],
    'apt-get': `echo "apt-get $*" >> ${asked}; ${aptFails ? 'exit 100' : `[ "$1" = install ] && : > ${installed}; exit 0`}`,
    npm: `echo npm >> ${asked}; echo 'no registry here' >&2; exit 1`,
    ...(hasSudo && { sudo: 'exit 0' }),
  }
  for (const [name, body] of Object.entries(programs))
    fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  fs.chmodSync(folder, 0o755)
  return {
    path: folder,
    asked: () => (fs.existsSync(asked) ? fs.readFileSync(asked, 'utf8').split('\n').slice(0, -1) : []),
  }
}
