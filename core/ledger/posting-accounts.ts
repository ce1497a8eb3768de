/** The posting accounts that verbs book to, by the part they play. A chart may rename them, never drop them. */
export const postingAccounts = {
  vault: '1110',
  drawers: '1120',
  capital: '3100',
  cashOver: '4910',
  cashShort: '5910',
  clearing: '1390',
  retainedEarnings: '3200',
} as const
