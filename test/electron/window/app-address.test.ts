import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appFile, isOfOrigin } from '../../../electron/window/app-address.ts'

const folder = path.resolve('/app/out/renderer')

describe('the files that an address can name', () => {
  test('[W2] an address names a file below the folder', () => {
    expect(appFile(folder, 'app://nexum/index.html')?.path).toBe(path.join(folder, 'index.html'))
    expect(appFile(folder, 'app://nexum/assets/inter-B4x_9.woff2')).toEqual({
      path: path.join(folder, 'assets', 'inter-B4x_9.woff2'),
      mediaType: 'font/woff2',
    })
    expect(appFile(folder, 'app://nexum/document.html?widthDots=384#top')?.path).toBe(
      path.join(folder, 'document.html'),
    )
  })

  test('[W2] steps upwards lead nowhere: at the top they are taken for nothing, as in every address', () => {
    for (const steps of ['..', '%2e%2e', '../..']) {
      expect(appFile(folder, `app://nexum/${steps}/main.js`)?.path).toBe(path.join(folder, 'main.js'))
    }
  })

  test.each([
    'app://nexum/',
    'app://nexum',
    'app://nexum/assets',
    'app://nexum/assets/',
    'app://nexum/..%2fmain%2fmain.js',
    'app://nexum/..%5cmain%5cmain.js',
    'app://nexum/assets/%252e%252e/x.js',
    'app://nexum//etc/x.json',
    'app://nexum/C:/windows/x.json',
    'app://nexum/C%3A%5Cx.json',
    'app://nexum/%5c%5cserver%5cshare%5cx.json',
    'app://nexum/x.json%00.html',
    'app://nexum/%',
    'app://nexum/%ff.html',
    'app://nexum/.hidden.html',
    'app://nexum/index.html:stream',
    'app://nexum/branch.db',
    'app://other/index.html',
    'app://nexum.evil/index.html',
    'app://user@nexum:1/index.html',
    'file:///app/out/renderer/index.html',
    'https://nexum/index.html',
    'index.html',
    '',
  ])('[W2] %j names nothing', address => {
    expect(appFile(folder, address)).toBeNull()
  })

  test('[W2] whatever the path, the file lies below the folder or there is none', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '', '%2e%2e', '%2e', '..%2f', '%5c..', '%00', 'C:', '~', 'a.html', 'a%2eb.js'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.constantFrom('/', '%2f', '\\', '%5c'), (parts, separator) => {
        const file = appFile(folder, `app://nexum/${parts.join(separator)}`)
        if (file === null) return
        expect(path.normalize(file.path)).toBe(file.path)
        expect(file.path.startsWith(folder + path.sep)).toBe(true)
        expect(file.path).not.toContain('\0')
      }),
      { seed: 20_260_101, numRuns: 2_000 },
    )
  })
})

test('[W4] only the very origin is ours', () => {
  expect(isOfOrigin('app://nexum/index.html#/my-day', 'app://nexum')).toBe(true)
  for (const address of [
    'app://nexum.evil/',
    'app://evil@nexum/',
    'app://nexum:8/',
    'https://nexum/',
    'data:,app://nexum/',
    'about:blank',
    '',
  ]) {
    expect(isOfOrigin(address, 'app://nexum')).toBe(false)
  }
})
