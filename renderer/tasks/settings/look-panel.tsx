import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../lib/languages.ts'
import { type ColorScheme, usePreferences } from '../../lib/preferences.ts'
import { Stack } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SelectField } from '../../ui/select-field.tsx'

const schemes: readonly ColorScheme[] = ['auto', 'light', 'dark']
const languageOptions = (Object.keys(languages) as Language[]).map(value => ({ value, label: languages[value] }))

/** Takes effect at once. */
export function LookPanel() {
  const { t } = useTranslation('frame')
  const { language, colorScheme } = usePreferences()
  return (
    <Panel title={t('look')}>
      <Stack>
        <SelectField
          label={t('language')}
          value={language}
          options={languageOptions}
          onValue={value => usePreferences.setState({ language: value })}
        />
        <SelectField
          label={t('colours')}
          value={colorScheme}
          options={schemes.map(value => ({ value, label: t(`colours-${value}`) }))}
          onValue={value => usePreferences.setState({ colorScheme: value })}
          hint={t('zoom-hint')}
        />
      </Stack>
    </Panel>
  )
}
