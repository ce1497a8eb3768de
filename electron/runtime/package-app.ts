import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { buildApp, projectFolder } from './app-build.ts'
import { ensureElectron } from './electron-runtime.ts'
import { say } from './progress.ts'

/**
 * `npm run package -- [electron-builder options]`: packs what npm start runs. `NEXUM_FLAVOUR=e2e` leaves the one fuse
 * open through which Playwright drives a packed application; such a package is for tests, as is any package that is
 * built on the registry's old Electron.
 */
const isForTests = process.env.NEXUM_FLAVOUR === 'e2e'
const electronBuilder = path.join(projectFolder, 'node_modules', 'electron-builder', 'cli.js')

const electron = await ensureElectron()
buildApp()
const options = ['--config', 'electron-builder.yml', ...process.argv.slice(2)]
if (isForTests) options.push('-c.electronFuses.enableNodeCliInspectArguments=true', '-c.directories.output=dist/e2e')
if (electron.kind === 'registry') {
  say(`packing Electron ${electron.version}, which is out of support: a package for tests, not for a branch`)
  options.push(`-c.electronDist=${electron.distFolder}`, `-c.electronVersion=${electron.version}`)
}
const environment = { ...process.env, ...electron.environment }
const { status } = spawnSync(process.execPath, [electronBuilder, ...options], {
  cwd: projectFolder,
  stdio: 'inherit',
  env: environment,
})
process.exitCode = status ?? 1
