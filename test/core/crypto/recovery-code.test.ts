import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecoveryCode, recoveryCodeOf } from '../../../core/crypto/recovery-code.ts'

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 })

test('[A25] a recovery code is read back exactly, in any case and grouping', () => {
  fc.assert(
    fc.property(secrets, secret => {
      const code = recoveryCodeOf(secret)
      expect(code).toMatch(/^(?:[A-Z2-7]{4}-){7}[A-Z2-7]{4}$/)
      for (const written of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' - ')}\n`])
        expect(readRecoveryCode(written)).toEqual(secret)
    }),
    { seed: 25, numRuns: 300 },
  )
})

test('[A25] 0, 1 and 8, which the code never uses, are read as the letters they look like', () => {
  const secret = readRecoveryCode('OIB2-OIB2-OIB2-OIB2-OIB2-OIB2-OIB2-OIB2')
  expect(readRecoveryCode('0182-0182-0182-0182-0182-0182-0182-0182')).toEqual(secret)
})

test.each(['', 'AAAA', 'the rains came early', `${'A'.repeat(31)}9`, 'A'.repeat(33), 'Ä'.repeat(32)])(
  '[A25] %j is no recovery code',
  text => {
    expect(readRecoveryCode(text)).toBeNull()
  },
)
