import { IconPaperclip } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { kindOfAttachment, mediaTypeOf } from '../../core/decision/attachment-kind.ts'
import type { RecordRef } from '../../core/journal/record.ts'
import type { AttachmentAnswer, RecordAnswer } from '../../core/query/journal-answers.ts'
import { useAnswer } from '../lib/use-answer.ts'
import { Action } from '../ui/action.tsx'
import classes from './attachments.module.css'
import { OpenAttachment } from './open-attachment.tsx'

interface StoredAttachmentsProps {
  readonly record: RecordRef
  readonly attachments: RecordAnswer['attachments']
}

/** The papers that are sealed beside a record. */
export function StoredAttachments({ record, attachments }: StoredAttachmentsProps) {
  return (
    <AttachmentList
      mediaTypes={attachments.map(({ mediaType }) => mediaType)}
      opened={place => <StoredAttachment key={place} record={record} place={place} />}
    />
  )
}

function StoredAttachment({ record, place }: { readonly record: RecordRef; readonly place: number }) {
  const { answer } = useAnswer({ type: 'attachment', record, place })
  return answer === undefined ? null : <OpenAttachment attachment={answer} paper={{ of: 'record', record, place }} />
}

/** The papers of an operation that is not recorded yet: who signs it reads them first. */
export function HeldAttachments({ contents }: { readonly contents: readonly Uint8Array<ArrayBuffer>[] }) {
  const held = useMemo(() => contents.map(inHand), [contents])
  return (
    <AttachmentList
      mediaTypes={held.map(({ mediaType }) => mediaType)}
      opened={place => {
        const content = contents[place]
        return (
          content && <OpenAttachment key={place} attachment={held[place] ?? null} paper={{ of: 'draft', content }} />
        )
      }}
    />
  )
}

function inHand(bytes: Uint8Array): AttachmentAnswer {
  const kind = kindOfAttachment(bytes)
  return { bytes, mediaType: kind ? mediaTypeOf(kind) : '' }
}

interface AttachmentListProps {
  readonly mediaTypes: readonly string[]
  readonly opened: (place: number) => ReactNode
}

/** One button for each; the paper that was asked for stands under them, in its place, not over what it belongs to. */
export function AttachmentList({ mediaTypes, opened }: AttachmentListProps) {
  const { t } = useTranslation('journal')
  const [open, setOpen] = useState<number>()
  if (mediaTypes.length === 0) return null
  return (
    <section className={classes.papers} aria-label={t('papers')}>
      <div className={classes.names}>
        {mediaTypes.map((mediaType, place) => (
          <Action
            // biome-ignore lint/suspicious/noArrayIndexKey: a paper is known by its place, which never changes
            key={place}
            icon={<IconPaperclip size={15} aria-hidden />}
            onAct={() => setOpen(open === place ? undefined : place)}
          >
            {t('paper-of-kind', { number: place + 1, kind: kindWord(mediaType) })}
          </Action>
        ))}
      </div>
      {open !== undefined && opened(open)}
    </section>
  )
}

/** `PDF`, `JPEG`, `PNG`: the same in every language. */
const kindWord = (mediaType: string): string => mediaType.replace(/^.*\//, '').toUpperCase()
