import { useTranslation } from 'react-i18next'
import type { StorageProblem } from '../../../core/query/session-answers.ts'
import { Action } from '../../ui/action.tsx'
import { Cover } from '../../ui/cover.tsx'
import { LanguageChoice } from '../../ui/language-choice.tsx'
import { RescueAction } from '../../ui/rescue-action.tsx'
import { SignInForm } from '../../ui/sign-in-form.tsx'
import classes from './weather.module.css'

/** Where the books are not here at all, there is nothing that could be saved. */
const hasRescue = (problem: StorageProblem): boolean => problem !== 'file-missing'

/** What was met inside the books is looked at again by opening them; the rest is seen from outside. */
const opensAgain: readonly StorageProblem[] = [
  'damaged-file',
  'disk-full',
  'not-writable',
  'keychain-gone',
  'restored-copy',
  'head-missing',
]

/** What a passphrase alone does not mend. */
const asksForRecoveryCode: readonly StorageProblem[] = ['keychain-gone', 'head-missing']

interface WeatherPageProps {
  readonly problem: StorageProblem
  readonly codes: readonly string[]
}

/**
 * The engine cannot work with its file. Said in plain words: what happened, what is safe, the way on. The first act
 * offered is always to bring the records to safety, and none deletes anything.
 */
export function WeatherPage({ problem, codes }: WeatherPageProps) {
  const { t } = useTranslation('frame')
  return (
    <Cover title={t(`weather-${problem}`)} foot={<LanguageChoice />}>
      <div className={classes.weather} data-problem={problem}>
        <Part title={t('weather-what')}>{t(`weather-${problem}-what`)}</Part>
        <Part title={t('weather-safe')}>{t(`weather-${problem}-safe`)}</Part>
        {hasRescue(problem) && (
          <section className={classes.part}>
            <h2 className={classes.title}>{t('weather-first')}</h2>
            <p className={classes.text}>{t('rescue-about')}</p>
            <RescueAction isPrimary autoFocus />
          </section>
        )}
        <section className={classes.part}>
          <h2 className={classes.title}>{t(hasRescue(problem) ? 'weather-then' : 'weather-way')}</h2>
          <p className={classes.text}>{t(`weather-${problem}-way`)}</p>
          <div className={classes.acts}>
            {opensAgain.includes(problem) && codes.length > 0 && (
              <SignInForm
                isSecond
                codes={codes}
                {...(asksForRecoveryCode.includes(problem) ? { secretLabel: t('recovery-code') } : {})}
              />
            )}
            <Action autoFocus={!hasRescue(problem)} onAct={() => window.location.reload()}>
              {t('weather-again')}
            </Action>
          </div>
        </section>
      </div>
    </Cover>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{children}</p>
    </section>
  )
}
