import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const from = (file: string) => path.resolve(import.meta.dirname, '..', file)

/**
 * The oldest runtime that the application must run on, whichever is at hand when it is built: the same sources always
 * give the same bundle.
 */
const oldestNode = 'node20.18'
const oldestChromium = 'chrome130'

export default defineConfig({
  main: {
    build: {
      outDir: from('out/main'),
      target: oldestNode,
      // All but the native addon is bundled: that Node cannot require() an ES module, so packages must not meet there.
      externalizeDeps: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        input: { main: from('electron/main.ts'), 'engine-process': from('electron/engine-process.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: from('out/preload'),
      target: oldestNode,
      // A sandboxed preload is one CommonJS file: it can import neither packages nor a chunk shared with the other.
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: { preload: from('electron/preload.ts'), 'document-preload': from('electron/document-preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('renderer'),
    plugins: [react()],
    build: {
      outDir: from('out/renderer'),
      target: oldestChromium,
      rolldownOptions: {
        input: { index: from('renderer/index.html'), document: from('renderer/document.html') },
      },
    },
  },
})
