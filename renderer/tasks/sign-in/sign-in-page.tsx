import { useTranslation } from 'react-i18next'
import { Cover } from '../../ui/cover.tsx'
import { LanguageChoice } from '../../ui/language-choice.tsx'
import { SignInForm } from '../../ui/sign-in-form.tsx'

/** Who is it? Only the staff codes are known here: names lie in the encrypted file. */
export function SignInPage({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation('frame')
  return (
    <Cover title={t('sign-in')} subtitle={t('sign-in-about')} width="narrow" foot={<LanguageChoice />}>
      <SignInForm codes={codes} />
    </Cover>
  )
}
