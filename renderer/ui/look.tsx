import { DirectionProvider, MantineProvider } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { directionOf } from '../lib/languages.ts'
import { usePreferences } from '../lib/preferences.ts'
import { surfaceVariables, theme } from './theme.ts'

/** The page's policy lets in only style tags that carry this; it stands in the page's head. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

/** Colours, letters and direction, as the person has set them on this computer. */
export function Look({ children }: { readonly children: ReactNode }) {
  const { colorScheme, language } = usePreferences()
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])
  return (
    <DirectionProvider initialDirection={directionOf(language)} detectDirection={false} key={directionOf(language)}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={surfaceVariables}
        getStyleNonce={styleNonce}
        {...(colorScheme === 'auto' ? { defaultColorScheme: 'auto' } : { forceColorScheme: colorScheme })}
      >
        {children}
      </MantineProvider>
    </DirectionProvider>
  )
}
