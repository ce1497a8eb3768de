import { useTranslation } from 'react-i18next'
import { Action } from '../../ui/action.tsx'

/** Which part of a long result is shown, counted from 0, and the ways to its neighbours; nothing where it is all there is. */
export function PartOf({
  page,
  pages,
  onPage,
}: {
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}) {
  const { t } = useTranslation('closing')
  if (pages <= 1) return null
  return (
    <>
      {t('page-of', { page: page + 1, pages })}
      <Action disabled={page === 0} onAct={() => onPage(page - 1)}>
        {t('previous-page')}
      </Action>
      <Action disabled={page + 1 >= pages} onAct={() => onPage(page + 1)}>
        {t('next-page')}
      </Action>
    </>
  )
}
