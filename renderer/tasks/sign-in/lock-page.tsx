import { useTranslation } from 'react-i18next'
import type { SessionAnswer } from '../../../core/query/session-answers.ts'
import { signOut } from '../../lib/session.ts'
import { QuietAction } from '../../ui/action.tsx'
import { Cover } from '../../ui/cover.tsx'
import { LanguageChoice } from '../../ui/language-choice.tsx'
import { SignInForm } from '../../ui/sign-in-form.tsx'

/** The place in the work is kept; everything of the books has left the window's memory. */
export function LockPage({ codes }: Pick<SessionAnswer, 'codes'>) {
  const { t } = useTranslation('frame')
  return (
    <Cover
      title={t('locked')}
      subtitle={t('locked-about')}
      width="narrow"
      foot={
        <>
          <QuietAction onAct={() => void signOut()}>{t('sign-out')}</QuietAction>
          <LanguageChoice />
        </>
      }
    >
      <SignInForm codes={codes} />
    </Cover>
  )
}
