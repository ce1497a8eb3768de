import { IconFileTypePdf } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { documentLanguage } from '../../../core/documents/document-language.ts'
import { postingGuideLabels } from '../../../core/documents/posting-guide/labels-by-language.ts'
import type { Product } from '../../../core/products/product.ts'
import type { ProductAnswer, ProductVersionAnswer } from '../../../core/query/product-answers.ts'
import { PaperResult } from '../../counter/paper-result.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { type PaperRun, usePaper } from '../../counter/use-paper.ts'
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
  const guide = usePaper()
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
          <>
            {!isRetired && (
              <>
                <PrimaryAction shortcut="n" onAct={() => goTo({ task: 'next-version', productId })}>
                  {t('next-version')}
                </PrimaryAction>
                <Action tone="wrong" onAct={() => setRetiring(true)}>
                  {t('retire')}
                </Action>
              </>
            )}
            {newest.kind === 'loan' && <PostingGuide productId={productId} paper={guide} />}
          </>
        }
      />
      <PaperResult paper={guide} />
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

/** How its loans are booked, on paper. */
function PostingGuide({ productId, paper }: { readonly productId: string; readonly paper: PaperRun }) {
  const { i18n } = useTranslation()
  return (
    <Action
      icon={<IconFileTypePdf size={16} />}
      disabled={paper.run.isBusy}
      onAct={() => void paper.produce({ kind: 'posting-guide', productId }, 'pdf')}
    >
      {postingGuideLabels[documentLanguage(i18n.language)].title}
    </Action>
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
