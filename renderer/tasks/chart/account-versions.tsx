import { useTranslation } from 'react-i18next'
import type { LedgerAccountVersion } from '../../../core/query/ledger-answers.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatMoment } from '../../lib/format-date.ts'
import table from '../../ui/table.module.css'

/** What the account was called, where it stood and whether it took lines, newest first, with who said so. */
export function AccountVersions({ versions }: { readonly versions: readonly LedgerAccountVersion[] }) {
  const { t, i18n } = useTranslation('ledger')
  return (
    <table className={table.table}>
      <caption>{t('account-versions')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('version')}</th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('header')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('by')}</th>
          <th scope="col">{t('changed-at')}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, name, parent, isClosed, actorName, recordedAt }) => (
          <tr key={version}>
            <td>{formatCount(version, i18n.language)}</td>
            <td>
              <bdi>{name}</bdi>
            </td>
            <td>{parent}</td>
            <td>{t(isClosed ? 'account-closed' : 'account-open')}</td>
            <td>
              <bdi>{actorName}</bdi>
            </td>
            <td>{formatMoment(recordedAt, i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
