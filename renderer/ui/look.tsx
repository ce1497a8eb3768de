import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { directionOf } from '../lib/languages.ts'
import { usePreferences } from '../lib/preferences.ts'
import { surfaceVariables, theme } from './theme.ts'

/** The page's policy lets in only style tags that carry this; it stands in the page's head. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

/** Colours, letters and direction, as the person has set them on this computer. What is being typed stays when they change. */
export function Look({ children }: { readonly children: ReactNode }) {
  const { colorScheme, language } = usePreferences()
  return (
    <DirectionProvider initialDirection={directionOf(language)} detectDirection={false}>
      <FollowLanguage />
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

/** The document says its language and direction, and every part of the kit turns with it. */
function FollowLanguage() {
  const language = usePreferences(preferences => preferences.language)
  const { setDirection } = useDirection()
  useEffect(() => {
    document.documentElement.lang = language
    setDirection(directionOf(language))
  }, [language, setDirection])
  return null
}
