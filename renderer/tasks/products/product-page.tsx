import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../core/products/product.ts'
import type { ProductAnswer, ProductVersionAnswer } from '../../../core/query/product-answers.ts'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { formatDate, formatMoment } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TermsTable } from './changed-terms.tsx'
import { ProductTermsPanel } from './product-terms-panel.tsx'
import classes from './products.module.css'
import { RetireProduct } from './retire-product.tsx'

/** One product: the terms of its newest version, and every version with what it changed and from which day. */
export function ProductPage({ productId }: { readonly productId: string }) {
  const { answer, refusal } = useAnswer({ type: 'product', productId })
  if (refusal) return <RefusedPage refusal={refusal} />
  const newest = answer?.versions[0]?.product
  return answer && newest ? <ProductWithVersions answer={answer} newest={newest} /> : null
}

function ProductWithVersions({ answer, newest }: { readonly answer: ProductAnswer; readonly newest: Product }) {
  const { t } = useTranslation('products')
  const [isRetiring, setRetiring] = useState(false)
  const { productId, isRetired, versions } = answer
  return (
    <Page>
      <PageHeader
        title={newest.name}
        subtitle={
          <>
            {t(`kind-${newest.kind}`)} · <bdi>{productId}</bdi>
          </>
        }
        marks={isRetired && <Badge>{t('retired')}</Badge>}
        actions={
          !isRetired && (
            <>
              <PrimaryAction shortcut="n" onAct={() => goTo({ task: 'next-version', productId })}>
                {t('next-version')}
              </PrimaryAction>
              <Action tone="wrong" onAct={() => setRetiring(true)}>
                {t('retire')}
              </Action>
            </>
          )
        }
      />
      <Columns>
        <ProductTermsPanel product={newest} />
        <Stack>
          {versions.map(version => (
            <Version key={version.product.version} version={version} />
          ))}
        </Stack>
      </Columns>
      {isRetiring && <RetireProduct product={newest} onClose={() => setRetiring(false)} />}
    </Page>
  )
}

function Version({
  version: { product, differences, recordedAt, publishedBy },
}: {
  readonly version: ProductVersionAnswer
}) {
  const { t, i18n } = useTranslation('products')
  const { version, validFrom } = product
  return (
    <Panel
      title={t('version-number', { number: version })}
      aside={validFrom ? t('from-day', { date: formatDate(validFrom, i18n.language) }) : t('from-founding')}
    >
      <Stack>
        {version > 1 && <TermsTable caption={t('changes')} differences={differences} currency={product.currency} />}
        <div className={classes.by}>
          {publishedBy && (
            <>
              <bdi>{publishedBy}</bdi> ·{' '}
            </>
          )}
          {formatMoment(recordedAt, i18n.language)}
        </div>
      </Stack>
    </Panel>
  )
}
