import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { type ProvisionMethod, type ProvisionPolicy, provisionMethods } from '../../../core/loans/provision.ts'
import type { ProvisionAnswer } from '../../../core/query/portfolio-answers.ts'
import { Facts } from '../../counter/facts.tsx'
import { useEscape } from '../../counter/use-escape.ts'
import { formatCount, formatShare } from '../../lib/format-count.ts'
import { formatDay } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { goBack } from '../../routes.ts'
import { Action } from '../../ui/action.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Money } from '../../ui/money.tsx'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Page, Stack } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import classes from './portfolio.module.css'
import { changeView } from './portfolio-view.ts'
import { PostProvision } from './post-provision.tsx'
import { ProvisionPolicyDialog } from './provision-policy-dialog.tsx'
import { usePortfolioDay } from './use-portfolio-day.ts'

type Provided = ProvisionAnswer['provisions'][number]
type ProvidedRow = Provided['rows'][number]

/** What has to stand on the allowance accounts, class by class, what stands there, and the difference, which is posted from here. Rules: L61, L73, W77. */
export function ProvisionPage() {
  const { t, i18n } = useTranslation('portfolio')
  const { asOfText, asOf } = usePortfolioDay()
  const [compared, setCompared] = useState<ProvisionMethod>()
  const { answer, refusal, isPending } = useAnswer(
    { type: 'provision', asOf, ...(compared ? { method: compared } : {}) },
    { keepPrevious: true },
  )
  const policy = answer?.policy
  const method = compared ?? policy?.method
  useEscape(goBack)
  return (
    <Page>
      <PageHeader
        title={t('provision')}
        subtitle={t('stands-as-of', { date: formatDay(asOf, i18n.language) })}
        actions={policy && <PolicyAction policy={policy} asOf={asOf} />}
      />
      <div className={classes.filters}>
        <div className={classes.day}>
          <DateField label={t('as-of')} text={asOfText} onText={text => changeView({ asOfText: text })} autoFocus />
        </div>
        {method && (
          <SelectField
            label={t('method')}
            value={method}
            options={provisionMethods.map(value => ({ value, label: t(`method-${value}`) }))}
            onValue={chosen => setCompared(chosen === policy?.method ? undefined : chosen)}
          />
        )}
      </div>
      {policy && method !== policy.method && <div role="status">{t('compared-only')}</div>}
      {refusal && <RefusalNote refusal={refusal} />}
      {answer?.provisions.map(provided => (
        <ProvisionPanel
          key={[provided.branchId, provided.currency, provided.allowance].join()}
          provided={provided}
          asOf={asOf}
          isPosted={method === policy?.method}
        />
      ))}
      {answer?.provisions.length === 0 && !isPending && (
        <EmptyState icon={<IconCircleCheck size={30} stroke={1.25} />} title={t('no-loans')} />
      )}
    </Page>
  )
}

/** Head office says by what losses are provided for. */
function PolicyAction({ policy, asOf }: { readonly policy: ProvisionPolicy; readonly asOf: BusinessDate }) {
  const { t } = useTranslation('portfolio')
  const [isOpen, setIsOpen] = useState(false)
  const maySet = usePermission('product')
  return (
    <>
      {maySet && <Action onAct={() => setIsOpen(true)}>{t('set-policy')}</Action>}
      {isOpen && <ProvisionPolicyDialog policy={policy} asOf={asOf} onClose={() => setIsOpen(false)} />}
    </>
  )
}

interface ProvisionPanelProps {
  readonly provided: Provided
  readonly asOf: BusinessDate
  /** By the institution's own method: by the other one it is only compared. */
  readonly isPosted: boolean
}

function ProvisionPanel({ provided, asOf, isPosted }: ProvisionPanelProps) {
  const { t, i18n } = useTranslation('portfolio')
  const mayPost = usePermission('journal')
  const columns = useColumns(provided)
  const { branchName, currency, allowance, rows, requiredMinor, standingMinor, differenceMinor, lastPostedOn } =
    provided
  const money = (amountMinor: bigint) => <Money amountMinor={amountMinor} currency={currency} aligned />
  return (
    <Panel title={t('provision-of', { branch: branchName, currency, account: allowance })}>
      <Stack>
        <Facts
          facts={[
            [t('required'), money(requiredMinor)],
            [t('standing', { account: allowance }), money(standingMinor)],
            [t('difference'), <strong key="difference">{money(differenceMinor)}</strong>],
            ...(lastPostedOn ? [[t('posted-as-of'), formatDay(lastPostedOn, i18n.language)] as const] : []),
          ]}
        />
        {rows.length > 0 && (
          <DataGrid
            label={t('provision')}
            columns={columns}
            rows={rows}
            rowKey={({ productId, stage, fromDays, percent }) => [productId, stage, fromDays, percent].join()}
            maxRows={12}
            empty={null}
          />
        )}
        {differenceMinor !== 0n && mayPost && isPosted && <PostProvision provided={provided} asOf={asOf} />}
        {differenceMinor === 0n && <div>{t('provision-stands')}</div>}
      </Stack>
    </Panel>
  )
}

function useColumns({ currency }: Provided): readonly GridColumn<ProvidedRow>[] {
  const { t, i18n } = useTranslation('portfolio')
  const locale = i18n.language
  const money = (id: string, header: string, of: (row: ProvidedRow) => bigint, leaves?: number) =>
    moneyColumn<ProvidedRow>(
      { id, header, of: row => ({ amountMinor: of(row), currency }), ...(leaves ? { leaves } : {}) },
      locale,
    )
  return [
    { id: 'product', header: t('by-product'), width: 130, grow: 1, cell: row => <bdi>{row.productName}</bdi> },
    {
      id: 'class',
      header: t('days-late'),
      width: 96,
      align: 'end',
      cell: row => t('from-days', { number: formatCount(row.fromDays, locale) }),
    },
    {
      id: 'stage',
      header: t('stage'),
      width: 64,
      align: 'end',
      leaves: 1,
      cell: row => formatCount(row.stage, locale),
    },
    {
      id: 'loans',
      header: t('loans-count'),
      width: 64,
      align: 'end',
      leaves: 2,
      cell: row => formatCount(row.loans, locale),
    },
    money('principal', t('outstanding'), row => row.principalMinor, 4),
    {
      id: 'percent',
      header: t('percent'),
      width: 70,
      align: 'end',
      leaves: 3,
      cell: row => formatShare(row.percent, locale),
    },
    money('required', t('required'), row => row.requiredMinor),
  ]
}
