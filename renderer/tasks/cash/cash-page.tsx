import { IconBuildingBank, IconFileTypePdf, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PaperResult } from '../../counter/paper-result.tsx'
import { Refused } from '../../counter/refused.tsx'
import { usePaper } from '../../counter/use-paper.ts'
import { formatDay } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goTo } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { PlaceList } from './place-list.tsx'
import { TransferList } from './transfer-list.tsx'

/** The cash of the branch on its day: what is on its way, and what lies in the vault and in each drawer. */
export function CashPage() {
  const { t, i18n } = useTranslation('transfers')
  const { answer, refusal, isPending } = useAnswer({ type: 'cash-position' })
  const paper = usePaper()
  const printSheet = (): void => {
    if (answer) void paper.produce({ kind: 'cash-sheet', date: answer.businessDate }, 'pdf')
  }
  return (
    <Page>
      <PageHeader
        title={t('cash')}
        subtitle={answer ? formatDay(answer.businessDate, i18n.language) : t('cash-no-day')}
        actions={
          <>
            <Action
              shortcut="p"
              icon={<IconFileTypePdf size={16} aria-hidden />}
              disabled={!answer || paper.run.isBusy}
              onAct={printSheet}
            >
              {t('cash-sheet')}
            </Action>
            <Action
              shortcut="b"
              icon={<IconBuildingBank size={16} aria-hidden />}
              onAct={() => goTo({ task: 'bank-accounts' })}
            >
              {t('bank-accounts')}
            </Action>
            <Action shortcut="l" onAct={() => goTo({ task: 'cash-limits' })}>
              {t('limits')}
            </Action>
            <PrimaryAction
              shortcut="s"
              icon={<IconSend size={16} aria-hidden />}
              onAct={() => goTo({ task: 'send-cash' })}
            >
              {t('send-cash')}
            </PrimaryAction>
          </>
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <PaperResult paper={paper} />
      {answer === null ? (
        <Refused refusal={{ type: 'day-not-open' }} />
      ) : (
        <>
          <TransferList transfers={answer?.transfers ?? []} isPending={isPending} />
          <PlaceList places={answer?.places ?? []} isPending={isPending} />
        </>
      )}
    </Page>
  )
}
