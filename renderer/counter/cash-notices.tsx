import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CashNotice } from '../../core/command/outcome.ts'
import { formatMoney } from '../../core/money/format-amount.ts'
import { isolate } from '../lib/isolate.ts'

/** Where more cash lies than should, or less: told, and in the way of nothing. */
export function CashNotices({ notices }: { readonly notices: readonly CashNotice[] }) {
  const { t, i18n } = useTranslation('cash')
  return notices.map(({ beyond, owner, limitMinor, currency }) => {
    const name = t(owner.kind === 'vault' ? 'vault-of' : 'drawer-of', { name: isolate(owner.name) })
    const limit = isolate(formatMoney({ amountMinor: limitMinor, currency }, i18n.language))
    return (
      <Text key={`${owner.kind}/${owner.name}/${currency}`} size="sm" role="note" style={{ color: 'var(--waiting)' }}>
        {t(`beyond-${beyond}`, { name, limit })}
      </Text>
    )
  })
}
