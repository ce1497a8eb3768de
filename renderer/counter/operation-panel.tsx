import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Stack } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { EffectPanel } from './effect-panel.tsx'
import type { NamedBalance } from './effect-rows.tsx'
import { OperationAct, type OperationActProps } from './operation-act.tsx'
import type { OperationType } from './use-operation.ts'

interface OperationPanelProps<T extends OperationType> extends OperationActProps<T> {
  readonly names: readonly NamedBalance[]
  /** What it will do where no balance changes. */
  readonly children?: ReactNode
}

/** The right side of every operation at the counter: the effect, what stands against it, and the one action. */
export function OperationPanel<T extends OperationType>({ names, children, ...act }: OperationPanelProps<T>) {
  const { t } = useTranslation('cash')
  const { preview } = act.operation
  return (
    <Panel title={t('effect-title')}>
      <Stack>
        {children}
        <EffectPanel effect={preview.effect} isSettled={preview.isSettled} names={names} />
        <OperationAct {...act} />
      </Stack>
    </Panel>
  )
}
