import { spawnSync } from 'node:child_process'
import { giveUp, say } from './progress.ts'

/** Newer distributions renamed the packages whose libraries got a 64-bit time; each has one of the two names. */
const renamed: Record<string, string> = { 'libgtk-3-0': 'libgtk-3-0t64', libasound2: 'libasound2t64' }
const libraries = ['libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2']
const virtualDisplay = ['xvfb', 'xauth']

export const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY)

/** What Electron needs from the system to open a window here. */
export const desktopPackages = hasDisplay ? libraries : [...virtualDisplay, ...libraries]

/**
 * Makes sure that the Debian packages named are there: installs exactly the missing ones when run as root, and
 * otherwise ends with the one command to give. Other systems are left alone; there Electron brings what it needs, or
 * says itself what is missing.
 */
export function ensureSystemPackages(wanted: readonly string[]): void {
  const missing = missingPackages(wanted)
  if (missing.length === 0) return
  if (!isRoot())
    giveUp('some system packages are missing. Install them, then run the same command again:', installCommand(missing))
  if (!isInstalledNow(missing))
    giveUp('some system packages could not be installed. Without them no window opens here:', installCommand(missing))
}

/** The same for what one can do without: where it cannot be installed, the command is said and the work goes on. */
export function offerSystemPackages(wanted: readonly string[], without: string): void {
  const missing = missingPackages(wanted)
  if (missing.length === 0 || (isRoot() && isInstalledNow(missing))) return
  say(`${missing.join(', ')} not installed: ${without}. To have them:`)
  say(installCommand(missing))
}

function missingPackages(wanted: readonly string[]): readonly string[] {
  if (process.platform !== 'linux' || !succeeds('dpkg-query', ['--version'])) return []
  return wanted.filter(name => !isInstalled(name) && !isInstalled(renamed[name] ?? name))
}

const isRoot = (): boolean => process.getuid?.() === 0

/** A bare Debian has no sudo; there the person becomes root as they know how. */
function installCommand(missing: readonly string[]): string {
  const packages = missing.map(availableName).join(' ')
  const hasSudo = succeeds('sudo', ['--version'])
  return hasSudo
    ? `  sudo apt-get update && sudo apt-get install -y ${packages}`
    : `  su -c 'apt-get update && apt-get install -y ${packages}'`
}

function install(missing: readonly string[]): void {
  apt(['update', '-q'])
  apt(['install', '-qy', '--no-install-recommends', ...missing.map(availableName)])
}

/** Whether they could be installed: a computer without a network, or a distribution without them, is no fault here. */
function isInstalledNow(missing: readonly string[]): boolean {
  try {
    install(missing)
    return true
  } catch {
    return false
  }
}

function apt(options: string[]): void {
  say(`apt-get ${options.join(' ')}`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = spawnSync('apt-get', options, { stdio: ['ignore', 2, 2], env: environment })
  if (status !== 0) throw new Error(`apt-get ${options[0]} failed`)
}

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg-query', ['-s', name], { encoding: 'utf8' })
  return stdout.includes('\nStatus: install ok installed\n')
}

function availableName(name: string): string {
  const newName = renamed[name]
  return newName !== undefined && succeeds('apt-cache', ['show', newName]) ? newName : name
}

function succeeds(command: string, options: string[]): boolean {
  return spawnSync(command, options, { stdio: 'ignore' }).status === 0
}
