import './documents/fonts.css'
import './documents/page.css'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { present } from '../core/assert.ts'
import type { DocumentModel } from '../core/documents/document-model.ts'
import { measureBlocks } from './documents/block-heights.ts'
import { loadFonts } from './documents/load-fonts.ts'
import { choosePage, layoutOf } from './documents/page-layout.ts'
import { Paper } from './documents/paper.tsx'

declare global {
  interface Window {
    /** What the preload of a document's page gives it: what to draw, and a bell to ring when it is drawn. */
    readonly printable: { readonly model: () => DocumentModel; readonly ready: () => void }
  }
}

const { printable } = window
const model = printable.model()
const layout = layoutOf(model, new URLSearchParams(window.location.search).get('widthDots'))
choosePage(document, model, layout)
const root = createRoot(present(document.getElementById('root'), 'document.html has a root'))
flushSync(() => root.render(<Paper model={model} layout={layout} />))
await loadFonts(document)
const heights = measureBlocks(document)
if (heights) flushSync(() => root.render(<Paper model={model} layout={layout} heights={heights} />))
printable.ready()
