import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/noto-sans-arabic/wght.css'
import '@fontsource-variable/noto-sans-devanagari/wght.css'
import '@fontsource-variable/noto-sans-ethiopic/wght.css'
import '@mantine/core/styles.layer.css'
import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { present } from '../core/assert.ts'
import { App } from './app.tsx'
import { startTexts } from './lib/i18n.ts'
import { localeOf } from './lib/languages.ts'
import { watchLayers } from './lib/open-layer.ts'
import { usePreferences } from './lib/preferences.ts'
import { followEngine, queryClient } from './lib/query-client.ts'
import { Look } from './ui/look.tsx'

watchLayers()
followEngine()
await startTexts(localeOf(usePreferences.getState().language, undefined))

createRoot(present(document.getElementById('root'), 'index.html has a root')).render(
  <QueryClientProvider client={queryClient}>
    <Look>
      <App />
    </Look>
  </QueryClientProvider>,
)
