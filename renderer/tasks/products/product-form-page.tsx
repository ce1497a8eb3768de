import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../core/products/product.ts'
import { OperationPanel } from '../../counter/operation-panel.tsx'
import { PostedPage } from '../../counter/posted-page.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { RestoredNote } from '../../counter/restored-note.tsx'
import { returnTo } from '../../counter/return-to.ts'
import { useConfirmStep } from '../../counter/use-confirm-step.ts'
import { useOperation } from '../../counter/use-operation.ts'
import { enterGoesOn } from '../../lib/enter-goes-on.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useShortcut } from '../../lib/shortcuts.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useDraft } from '../../lib/use-draft.ts'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ChangedTerms } from './changed-terms.tsx'
import { MissingTerms } from './missing-terms.tsx'
import { NewProductHead } from './new-product-head.tsx'
import { formOf, newForm, type ProductForm } from './product-form.ts'
import { ProductGroups } from './product-groups.tsx'
import { ProductPreview } from './product-preview.tsx'
import classes from './products.module.css'
import { proposedId } from './proposed-id.ts'
import { productOf, sketchOf } from './read-product.ts'
import { refusedFault } from './refused-fault.ts'

/** A product that there is not yet. */
export function NewProductPage() {
  const { i18n } = useTranslation()
  const currency = useOpenSession()?.institution?.currency
  if (!currency) return null
  return <Editor draftName="product/new" initial={newForm('passbook', currency, i18n.language)} />
}

/** The next version of a product, begun from the newest one. */
export function NextVersionPage({ productId }: { readonly productId: string }) {
  const { i18n } = useTranslation()
  const { answer, refusal } = useAnswer({ type: 'product', productId })
  if (refusal) return <RefusedPage refusal={refusal} />
  const newest = answer?.versions[0]?.product
  if (!newest) return null
  return <Editor draftName={`product/${productId}`} initial={formOf(newest, i18n.language)} newest={newest} />
}

interface EditorProps {
  readonly draftName: string
  readonly initial: ProductForm
  /** The version that the next one follows; absent for a new product. */
  readonly newest?: Product
}

function Editor({ draftName, initial, newest }: EditorProps) {
  const { t, i18n } = useTranslation('products')
  const form = useRef<HTMLFormElement>(null)
  const [published, setPublished] = useState<string>()
  const draft = useDraft<ProductForm>(draftName, initial)
  const { values, change, key } = draft
  const reading = { version: (newest?.version ?? 0) + 1, locale: i18n.language }
  const read = productOf(values, reading)
  const product = read.ok ? read.value : undefined
  const operation = useOperation<'product.publish'>(
    product && draft.isReady ? { type: 'product.publish', key, product } : undefined,
    { ...draft, onPosted: noteDone },
  )
  function noteDone(): void {
    setPublished(product?.productId)
    draft.discard()
  }
  const step = useConfirmStep(operation.preview)
  useShortcut('mod+enter', step.ask)
  const refused = refusedFault(operation.refusal)
  const faults = read.ok ? (refused ? [refused] : []) : read.refusal.faults
  const title = newest ? t('next-version-of', { name: newest.name }) : t('new-product')
  const productId = newest?.productId ?? published ?? values.terms.productId ?? ''
  if (operation.outcome)
    return (
      <PostedPage
        title={title}
        outcome={operation.outcome}
        effect={operation.shown}
        names={[]}
        onDone={() => returnTo(productId ? { task: 'product', productId } : { task: 'products' })}
      />
    )
  if (!draft.isReady) return null
  const focusOn = (field: string): void =>
    form.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, select)`)?.focus()
  return (
    <Page>
      <PageHeader title={title} subtitle={t(newest ? 'next-version-about' : 'new-product-about')} />
      <Columns lead>
        <form ref={form} onKeyDown={event => enterGoesOn(event, step.ask)}>
          <Stack>
            <RestoredNote draft={draft} />
            {!newest && <NewProductHead form={values} onChange={change} />}
            <ProductGroups
              form={values}
              isNew={!newest}
              faults={faults}
              onTerm={(field, text) =>
                change({
                  terms: { ...values.terms, ...(newest ? {} : proposedId(values.terms, field, text)), [field]: text },
                })
              }
              onTiers={tiers => change({ tiers })}
              onRows={(list, rows) => change({ lists: { ...values.lists, [list]: rows } })}
            />
          </Stack>
        </form>
        <div className={classes.beside}>
          <ProductPreview product={sketchOf(values, reading)} kind={values.kind} currency={values.currency} />
          <OperationPanel
            operation={operation}
            step={step}
            names={[]}
            confirmLabel={t('publish')}
            summary={newest && product && <ChangedTerms before={newest} after={product} />}
            {...(refused ? { asksFor: 'field-invalid' } : {})}
            onBackToForm={() => focusOn(newest ? 'validFrom' : 'name')}
          >
            {newest && product && <ChangedTerms before={newest} after={product} />}
            <MissingTerms faults={faults} onField={focusOn} />
          </OperationPanel>
        </div>
      </Columns>
    </Page>
  )
}
