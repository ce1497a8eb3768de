import { useTranslation } from 'react-i18next'

const reversalOf = 'Reversal: '
const slugOf = (description: string): string => description.toLowerCase().replace(/[^a-z]+/g, '-')

/**
 * What an entry is called in the person's language. The journal keeps one description for ever, in English; what a person wrote
 * themselves, and what this version has no word for, is shown as it is.
 */
export function useEntryWord(): (description: string) => string {
  const { t } = useTranslation('journal')
  const wordOf = (description: string): string =>
    description.startsWith(reversalOf)
      ? t('entry-reversal', { what: wordOf(description.slice(reversalOf.length)) })
      : t(`entry-${slugOf(description)}` as 'entry-savings-deposit', { defaultValue: description })
  return wordOf
}
