import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupLoansAnswer } from '../../../core/query/group-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { RefusedPage } from '../../counter/refused-page.tsx'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { useWeekdayOptions } from '../../lib/use-weekday-options.ts'
import { goTo } from '../../routes.ts'
import { Action, PrimaryAction } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { Columns, Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CollectionSheet } from './collection-sheet.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { GroupLoans } from './group-loans.tsx'

/** A group: who is in it, what it owes, and the sheet that it is collected from today. Rule: L49. */
export function GroupPage({ groupId }: { readonly groupId: string }) {
  const { answer, refusal } = useAnswer({ type: 'group-loans', groupId })
  if (refusal) return <RefusedPage refusal={refusal} />
  return answer ? <Group group={answer} /> : null
}

function Group({ group }: { readonly group: GroupLoansAnswer }) {
  const { t } = useTranslation('groups')
  const mayChange = usePermission('register-client')
  const mayCollect = usePermission('drawer')
  const [isChanging, setChanging] = useState(false)
  return (
    <Page>
      <PageHeader
        title={group.name}
        subtitle={<bdi>{group.number}</bdi>}
        actions={
          <>
            {mayCollect && (
              <PrimaryAction shortcut="c" onAct={() => goTo({ task: 'collect-group', groupId: group.groupId })}>
                {t('collect')}
              </PrimaryAction>
            )}
            {mayChange && (
              <Action shortcut="e" onAct={() => setChanging(true)}>
                {t('change')}
              </Action>
            )}
          </>
        }
      />
      <Columns lead>
        <Stack>
          <GroupLoans loans={group.loans} />
          <CollectionSheet group={group} />
        </Stack>
        <GroupFacts group={group} />
      </Columns>
      {isChanging && (
        <GroupDialog
          group={group}
          members={group.members.map(({ clientId }) => clientId)}
          onClose={() => setChanging(false)}
        />
      )}
    </Page>
  )
}

/** When it meets, what all of it owes, and who is in it. */
function GroupFacts({ group: { meetsOn, owed, undrawn, members } }: { readonly group: GroupLoansAnswer }) {
  const { t } = useTranslation('groups')
  const day = useWeekdayOptions().find(({ value }) => value === meetsOn)?.label
  return (
    <Panel title={t('group')}>
      <Facts
        facts={[
          [t('meets-on'), day],
          ...owed.map(money => [t('owed'), <Money key={`owed-${money.currency}`} {...money} strong />] as const),
          ...undrawn.map(money => [t('undrawn'), <Money key={`undrawn-${money.currency}`} {...money} />] as const),
          [
            t('members'),
            <span key="members">
              {members.map(({ clientId, name, number }) => (
                <div key={clientId}>
                  <bdi>{name || number}</bdi>
                </div>
              ))}
            </span>,
          ],
        ]}
      />
    </Panel>
  )
}
