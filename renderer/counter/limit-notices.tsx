import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LimitNotice } from '../../core/command/outcome.ts'
import { formatMoney } from '../../core/money/format-amount.ts'
import { isolate } from '../lib/isolate.ts'

/** Where more cash lies than should, or less, and which client is to be told of a low balance: in the way of nothing. */
export function LimitNotices({ notices }: { readonly notices: readonly LimitNotice[] }) {
  const { t, i18n } = useTranslation('cash')
  return notices.map(({ beyond, owner, limitMinor, currency }) => {
    const limit = isolate(formatMoney({ amountMinor: limitMinor, currency }, i18n.language))
    return (
      <Text key={`${owner.kind}/${owner.name}/${currency}`} size="sm" role="note" style={{ color: 'var(--waiting)' }}>
        {owner.kind === 'account'
          ? t('below-alert', { name: isolate(owner.name), limit })
          : t(`beyond-${beyond}`, { name: t(`${owner.kind}-of`, { name: isolate(owner.name) }), limit })}
      </Text>
    )
  })
}
