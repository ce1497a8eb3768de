import { useEffect } from 'react'
import { Desk } from './frame/desk.tsx'
import { useFirstRun } from './lib/first-run.ts'
import { changeLocale } from './lib/i18n.ts'
import { localeOf } from './lib/languages.ts'
import { usePreferences } from './lib/preferences.ts'
import { useOpenSession, useSession } from './lib/session.ts'
import { FirstRunPage } from './tasks/first-run/first-run-page.tsx'
import { LockPage } from './tasks/sign-in/lock-page.tsx'
import { SignInPage } from './tasks/sign-in/sign-in-page.tsx'
import { EngineDownPage } from './tasks/weather/engine-down-page.tsx'
import { WeatherPage } from './tasks/weather/weather-page.tsx'

/** Which of the window's few faces is shown: it follows the session and nothing else. */
export function App() {
  const { answer, refusal } = useSession()
  const session = useOpenSession()
  const language = usePreferences(preferences => preferences.language)
  const country = answer?.institution?.country
  useEffect(() => changeLocale(localeOf(language, country)), [language, country])
  const isFounding = useFirstRun(({ isUnderWay }) => isUnderWay)
  if (refusal) return <EngineDownPage />
  if (!answer) return null
  if (isFounding) return <FirstRunPage />
  switch (answer.state) {
    case 'unavailable':
      return <WeatherPage problem={answer.problem ?? 'damaged-file'} codes={answer.codes} />
    case 'no-institution':
      return <FirstRunPage />
    case 'signed-out':
      return <SignInPage codes={answer.codes} />
    case 'locked':
      return <LockPage codes={answer.codes} />
    case 'open':
      return session ? <Desk session={session} /> : null
  }
}
