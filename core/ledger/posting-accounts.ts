/** The posting accounts that verbs book to, by the part they play. A chart may rename them, never drop them. */
export const postingAccounts = {
  vault: '1110',
  drawers: '1120',
  inTransit: '1140',
  fxPosition: '1410',
  fxCounterValue: '1420',
  fxGains: '4500',
  fxLosses: '5500',
  fxRevaluationGains: '4510',
  fxRevaluationLosses: '5510',
  capital: '3100',
  cashOver: '4910',
  cashShort: '5910',
  cashRounding: '4920',
  clearing: '1390',
  retainedEarnings: '3200',
  openingBalances: '3900',
} as const

const codes: ReadonlySet<string> = new Set(Object.values(postingAccounts))

/** Whether the program books to the account by itself: it stays open, and is kept for nothing else. */
export const isProgramsOwn = (code: string): boolean => codes.has(code)

const positions: ReadonlySet<string> = new Set([postingAccounts.fxPosition, postingAccounts.fxCounterValue])

/** Whether the account's lines make up the position of a currency: one that names none would be missing from it. */
export const isOfPosition = (code: string): boolean => positions.has(code)

/** The posting accounts on which nothing should be left when a period ends. */
export const watchedAccounts = {
  clearing: [postingAccounts.clearing],
  inTransit: [postingAccounts.inTransit],
  suspense: ['1380', '2290'],
} as const
