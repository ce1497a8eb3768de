import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { entryMeaning } from '../../core/journal/entry-description.ts'

/** What an entry is called in the person's language; what a later program calls otherwise is shown as it is. Rule: J16. */
export function entryName(t: TFunction<'journal'>, description: string): string {
  const meaning = entryMeaning(description)
  if (!meaning) return description
  const what = t(`entry-${meaning.of}`)
  return meaning.isReversal ? t('entry-reversal', { what }) : what
}

export function useEntryWord(): (description: string) => string {
  const { t } = useTranslation('journal')
  return description => entryName(t, description)
}
