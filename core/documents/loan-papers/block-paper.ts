import { postingGuideBlocks } from '../posting-guide/posting-guide-blocks.ts'
import type { PostingGuideModel } from '../posting-guide/posting-guide-model.ts'
import { agreementBlocks } from './agreement-blocks.ts'
import { keyFactsBlocks } from './key-facts-blocks.ts'
import type { LoanPaperModel } from './loan-paper-model.ts'
import { loanStatementBlocks } from './loan-statement-blocks.ts'
import type { BlockPaper } from './paper-blocks.ts'
import { paperWriter } from './paper-writer.ts'
import { dischargeBlocks, payoffBlocks } from './payoff-blocks.ts'
import { voucherBlocks } from './voucher-blocks.ts'

/** A paper that is laid out in blocks. */
export type BlockModel = LoanPaperModel | PostingGuideModel

/** A paper in the words of its language. */
export function blockPaper(model: BlockModel): BlockPaper {
  if (model.kind === 'posting-guide') return postingGuideBlocks(model)
  const writer = paperWriter(model)
  switch (model.paper) {
    case 'key-facts':
      return keyFactsBlocks(model, writer)
    case 'agreement':
      return agreementBlocks(model, writer)
    case 'voucher':
      return voucherBlocks(model, writer)
    case 'statement':
      return loanStatementBlocks(model, writer)
    case 'payoff':
      return payoffBlocks(model, writer)
    case 'discharge':
      return dischargeBlocks(model, writer)
  }
}
