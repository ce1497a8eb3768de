import { expect, test } from 'vitest'
import { verbs } from '../../../core/command/verbs.ts'
import { headOfficeTypes } from '../../../core/storage/apply/apply-record.ts'

/** Devices post journals too: what head office alone does is to run those that it agreed. */
const saidByOthersToo = 'journal.posted'

test('[Y21] what only head office may do counts in its log alone, and nothing else is kept to it', () => {
  const kept = Object.values(verbs).flatMap(({ isHeadOfficeOnly, recordType }) =>
    isHeadOfficeOnly ? [recordType] : [],
  )
  expect([...new Set(kept)].sort()).toEqual([...headOfficeTypes, saidByOthersToo].sort())
})
