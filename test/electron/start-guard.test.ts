import { describe, expect, test } from 'vitest'
import { refusedStart } from '../../electron/start-guard.ts'
import { startOptions } from '../../electron/start-options.ts'

describe('how a release may be started', () => {
  test.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect-brk=0',
    '--js-flags=--allow-natives-syntax',
    '--no-sandbox',
    '--disable-web-security',
    '--load-extension=/x',
    '--proxy-server=evil:1',
    '--host-rules=MAP * evil',
    '--renderer-cmd-prefix=gdb',
    '-r',
    'app.asar',
    '--DATA-DIR=/x',
    '--demo-output-x',
  ])('[W6] %s is refused', argument => {
    expect(refusedStart(['--data-dir=/branch', argument], {})).toBe(argument.replace(/=.*/, ''))
  })

  test.each([
    'ELECTRON_RUN_AS_NODE',
    'ELECTRON_RENDERER_URL',
    'ELECTRON_DISABLE_SANDBOX',
    'NODE_OPTIONS',
    'NEXUM_SQLITE_BINDING',
  ])('[W6] the variable %s is refused, also when empty', name => {
    expect(refusedStart([], { PATH: '/bin', [name]: '' })).toBe(name)
  })

  test('[W6] our own switches and the desktop’s harmless variables are not refused', () => {
    const args = ['--data-dir=/branch', '--user-data-dir=/x', '--demo', '--demo-output=/y', '--password-store=kwallet6']
    expect(refusedStart(args, { PATH: '/bin', ELECTRON_OZONE_PLATFORM_HINT: 'auto' })).toBeNull()
  })
})

test('[W6] folders on the line start at the folder where the program was called', () => {
  expect(startOptions(['.', '--data-dir=x', '--demo', '--demo-output=y'], '/here')).toEqual({
    dataFolder: '/here/x',
    demoFolder: '/here/y',
  })
  expect(startOptions(['--demo-output=y'], '/here')).toEqual({})
})
