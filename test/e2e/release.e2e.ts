import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'

const projectFolder = path.resolve(import.meta.dirname, '..', '..')
const release = path.join(projectFolder, 'dist', 'linux-unpacked', 'nexum-branch')
/** Chromium asks for it as root before any code of ours runs; our code refuses it last. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

// biome-ignore lint/suspicious/noSkippedTests: it gives its reason, and the tests cannot be run elsewhere.
test.skip(process.platform !== 'linux', 'this test packs for Linux, and can start only what it packed')

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const script = path.join(projectFolder, 'electron', 'runtime', 'package-app.ts')
  await promisify(execFile)(process.execPath, [script, '--linux', 'dir'], { cwd: projectFolder })
})

test('[W15] the fuses of a release are as they must be', async () => {
  const wire = await getCurrentFuseWire(release)
  const isOn = (fuse: FuseV1Options) => wire[fuse] === '1'.charCodeAt(0)
  expect({
    nodeMode: isOn(FuseV1Options.RunAsNode),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    debugger: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    fileScheme: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    onlyFromArchive: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    archiveChecked: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    cookiesEncrypted: isOn(FuseV1Options.EnableCookieEncryption),
  }).toEqual({
    nodeMode: false,
    nodeOptions: false,
    debugger: false,
    fileScheme: false,
    onlyFromArchive: true,
    archiveChecked: true,
    cookiesEncrypted: true,
  })
})

test('[W15] a release has no scripts beside its archive', () => {
  const resources = path.join(path.dirname(release), 'resources')
  expect(fs.existsSync(path.join(resources, 'app'))).toBe(false)
  const loose = fs.readdirSync(path.join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' })
  expect(loose.filter(name => /\.(?:[cm]?js|ts|json)$/.test(name))).toEqual([])
})

for (const argument of [
  '--remote-debugging-port=0',
  '--inspect=0',
  '--inspect-brk=0',
  '--js-flags=--expose-gc',
  '--load-extension=x',
]) {
  test(`[W6] a release does not start with ${argument}`, async () => {
    expect(await start([argument])).toMatchObject({
      code: 78,
      stderr: expect.stringContaining(argument.replace(/=.*/, '')),
    })
  })
}

for (const variable of ['ELECTRON_RENDERER_URL', 'ELECTRON_RUN_AS_NODE', 'NEXUM_SQLITE_BINDING']) {
  test(`[W6] a release does not start with ${variable}`, async () => {
    expect(await start([], { [variable]: '1' })).toMatchObject({ code: 78, stderr: expect.stringContaining(variable) })
  })
}

interface Ended {
  readonly code: number | null
  readonly stderr: string
}

/** Starts the release with folders of its own and without the variables that our tests themselves are started with. */
function start(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'release-'))
  const ours = /^(?:ELECTRON_|NEXUM_|NODE_OPTIONS)/
  const inherited = Object.entries(process.env).filter(([name]) => !ours.test(name))
  const env = { ...Object.fromEntries(inherited), ...variables }
  return new Promise(resolve => {
    const child = execFile(
      release,
      [...args, `--user-data-dir=${folder}`, ...asRoot],
      { env, timeout: 20_000 },
      (_error, _out, stderr) => {
        fs.rmSync(folder, { recursive: true, force: true })
        resolve({ code: child.exitCode, stderr })
      },
    )
  })
}
