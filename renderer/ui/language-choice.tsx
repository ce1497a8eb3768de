import { type Language, languages } from '../lib/languages.ts'
import { usePreferences } from '../lib/preferences.ts'
import classes from './language-choice.module.css'

/** The languages by their own names, for somebody who cannot read the present one. */
export function LanguageChoice() {
  const { language } = usePreferences()
  return (
    <div className={classes.languages}>
      {(Object.keys(languages) as Language[]).map(value => (
        <button
          key={value}
          type="button"
          lang={value}
          className={classes.language}
          aria-pressed={value === language}
          onClick={() => usePreferences.setState({ language: value })}
        >
          {languages[value]}
        </button>
      ))}
    </div>
  )
}
