import fs from 'node:fs'
import path from 'node:path'
import type { AfterPackContext } from 'electron-builder'

/**
 * electron-builder copies the whole Electron it is given. Of the registry's Electron two things must not stay so: the
 * loader would be a way around the archive, and the prebuilt database addon does not load there.
 */
export function afterPack({ appOutDir, electronPlatformName }: AfterPackContext): void {
  if (electronPlatformName !== 'linux') return
  const resources = path.join(appOutDir, 'resources')
  fs.rmSync(path.join(resources, 'app'), { recursive: true, force: true })
  const addon = process.env.NEXUM_SQLITE_BINDING
  const prebuilds = path.join(resources, 'app.asar.unpacked', 'node_modules', 'better-sqlite3', 'prebuilds')
  if (addon !== undefined) fs.copyFileSync(addon, path.join(prebuilds, 'linux-x64.node'))
}
