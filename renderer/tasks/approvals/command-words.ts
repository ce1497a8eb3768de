import { useTranslation } from 'react-i18next'
import type { ApprovalAnswer } from '../../../core/query/journal-answers.ts'

/** A request is known by its record. */
export const requestId = ({ request }: ApprovalAnswer): string => `${request.log}/${request.seq}`

/** What is asked for, in the officer's words. */
export function useCommandWord(): (commandType: ApprovalAnswer['command']['type']) => string {
  const { t } = useTranslation('frame')
  return commandType => t(`command-${commandType}`)
}
