import { useTranslation } from 'react-i18next'
import type { CollateralRow } from '../../../core/query/loan-security-answers.ts'
import { AttachmentList } from '../../counter/attachments.tsx'
import { OpenAttachment } from '../../counter/open-attachment.tsx'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'

interface PledgePapersProps {
  readonly loanId: string
  readonly row: Pick<CollateralRow, 'collateralId' | 'record' | 'attachments'>
}

/** The photos and papers of a pledged thing; a picture is seen where the loan is decided. Rule: W82. */
export function PledgePapers({ loanId, row }: PledgePapersProps) {
  return (
    <AttachmentList
      mediaTypes={row.attachments.map(({ mediaType }) => mediaType)}
      opened={place => <PledgePaper key={place} loanId={loanId} row={row} place={place} />}
    />
  )
}

function PledgePaper({ loanId, row, place }: PledgePapersProps & { readonly place: number }) {
  const { t } = useTranslation('loan-application')
  const maySave = usePermission('audit')
  const { collateralId, record } = row
  const { answer } = useAnswer({ type: 'collateral-paper', loanId, collateralId, place })
  if (answer === undefined) return null
  return (
    <OpenAttachment
      attachment={answer}
      pdfNote={t('pdf-for-auditors')}
      {...(maySave ? { paper: { of: 'record', record, place } } : {})}
    />
  )
}
