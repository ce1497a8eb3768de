/** The records that move an amount, by their type, for the choice of one kind. */
export const sampledTypes = [
  'savings.deposited',
  'savings.withdrawn',
  'savings.transferred',
  'hold.captured',
  'operation.reversed',
  'journal.posted',
  'fx.exchanged',
  'drawer.opened',
  'drawer.counted',
  'drawer.closed',
  'vault.counted',
  'cash.sent',
  'cash.received',
  'cash.transfer-cancelled',
  'year.closed',
] as const
