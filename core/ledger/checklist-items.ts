/** What is looked at before a period is closed, in this order. */
export const checklistItems = [
  'over',
  'days',
  'drawers',
  'vaults',
  'approvals',
  'recurring-journals',
  'clearing',
  'close-of-business',
  'revaluation',
  'provision',
  'in-transit',
  'suspense',
  'devices',
  'waiting-records',
  'unsent',
] as const
export type ChecklistItemName = (typeof checklistItems)[number]
