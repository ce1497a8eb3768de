import { reprintReceipt } from '../corrections/reprint-receipt.ts'
import { reverseExchange } from '../corrections/reverse-exchange.ts'
import { reverseJournal } from '../corrections/reverse-journal.ts'
import { reverseOperation } from '../corrections/reverse-operation.ts'
import { loadReprint, loadReversal } from './load-corrections.ts'
import { reverseOfLoan } from './load-loan-reversal.ts'
import { dayVerb, type VerbsOf } from './verb.ts'

/** The verbs that put right what was done, and give its paper again. */
export const correctionVerbs: VerbsOf<'operation' | 'receipt'> = {
  'operation.reverse': dayVerb({
    recordType: 'operation.reversed',
    permission: 'reverse',
    load: loadReversal,
    limit: ({ held }) => held,
    decide: (state, command, context) => {
      switch (state.kind) {
        case 'cash':
          return reverseOperation(state, command, context)
        case 'exchange':
          return reverseExchange(state, command, context)
        case 'journal':
          return reverseJournal(state, command, context)
        case 'loan':
          return reverseOfLoan(state, command, context)
      }
    },
  }),
  'receipt.reprint': dayVerb({
    recordType: 'receipt.reprinted',
    permission: 'reprint',
    load: loadReprint,
    decide: reprintReceipt,
  }),
}
