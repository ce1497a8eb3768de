import { z } from 'zod'
import { Decimal } from '../../money/decimal.ts'
import { checkpointPairs, checkpointSchema, leftOutOfCheckpoint } from './loan-life-checks.ts'
import { beginStory, hasNights, opSchema, tell } from './loan-life-story.ts'
import { type LifeTerms, lifeTermsSchema } from './loan-life-terms.ts'
import { firstDifference, hasField, type VectorKind, vectorCase } from './vector-kind.ts'

const lifeSchema = z.looseObject({
  terms: lifeTermsSchema,
  ops: z.array(opSchema),
  checkpoints: z.array(checkpointSchema),
})

type Life = z.output<typeof lifeSchema>

/**
 * One published life names a multiple for its flat installments, and none of them is one: such terms are not those that were sent. It is
 * computed without the multiple.
 */
function withoutForeignMultiple({ terms, checkpoints }: Life): LifeTerms {
  const { installmentMultiplesOf: multiple, interestMethod } = terms
  if (!multiple || interestMethod !== 'flat') return terms
  const installments = checkpoints.flatMap(({ schedule }) => schedule?.rows.slice(0, -1) ?? [])
  const isForeign = installments.some(
    ({ interestDue, principalDue }) =>
      Number(interestDue) > 0 && !new Decimal(principalDue).plus(interestDue).mod(multiple).isZero(),
  )
  return isForeign ? { ...terms, installmentMultiplesOf: null } : terms
}

function leftOutOf(life: Life): readonly string[] {
  const told = life.checkpoints.flatMap(checkpoint => leftOutOfCheckpoint(checkpoint, hasNights(life.ops)))
  const isForeign = withoutForeignMultiple(life) !== life.terms
  return [...new Set([...told, ...(isForeign ? ['a multiple that its installments do not keep'] : [])])]
}

function lifeDifference(life: Life): string | null {
  const { ops, checkpoints } = life
  const story = beginStory(withoutForeignMultiple(life), ops)
  return firstDifference(
    ops.flatMap((op, place) => {
      tell(story, op)
      return checkpoints
        .filter(({ afterOp }) => afterOp === place + 1)
        .flatMap(checkpoint => checkpointPairs(checkpoint, story))
    }),
  )
}

const fileSchema = z.object({ vectors: z.array(z.unknown()) })

/** Whole lives of loans: operations in the order of entry, and what the loan has come to after some of them. */
export const loanTransactionVectors: VectorKind = {
  name: 'loan transactions',
  recognises: hasField('kind', 'loan-transactions'),
  casesOf: content =>
    fileSchema
      .parse(content)
      .vectors.map((given, place) => vectorCase(given, `life-${place + 1}`, lifeSchema, lifeDifference, leftOutOf)),
}
