import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../lib/use-answer.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { CallBack } from './call-back.tsx'
import type { SentCash } from './cash-answer.ts'
import { ReceiveCash } from './receive-cash.tsx'
import { TransferFacts } from './transfer-facts.tsx'

/** Cash on its way: counted and received by whom it is for, called back by who sent it or oversees. */
export function TransferPage({ transferId }: { readonly transferId: string }) {
  const { t } = useTranslation('transfers')
  const { answer, refusal } = useAnswer({ type: 'cash-position' })
  const found = answer?.transfers.find(transfer => transfer.transferId === transferId)
  // Once it is received it leaves the list, and its page still has to say so.
  const [seen, setSeen] = useState<SentCash>()
  if (found && found !== seen) setSeen(found)
  const transfer = found ?? seen
  if (transfer) return <Opened transfer={transfer} />
  if (answer === undefined && !refusal) return null
  return (
    <Page narrow>
      <PageHeader title={t('on-its-way')} />
      <RefusalNote refusal={refusal ?? { type: 'transfer-not-open' }} />
    </Page>
  )
}

function Opened({ transfer }: { readonly transfer: SentCash }) {
  const { t } = useTranslation('transfers')
  const { ways } = transfer
  const [isCalledBack, setCalledBack] = useState(!ways.includes('receive'))
  if (!isCalledBack)
    return (
      <ReceiveCash
        transfer={transfer}
        onCallBack={ways.includes('call-back') ? () => setCalledBack(true) : undefined}
      />
    )
  if (ways.includes('call-back')) return <CallBack transfer={transfer} />
  return (
    <Page narrow>
      <PageHeader title={t('on-its-way')} />
      <TransferFacts transfer={transfer} />
    </Page>
  )
}
