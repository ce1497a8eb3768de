import { expect, test } from 'vitest'
import { dotsOf } from '../../../electron/paper/black-and-white.ts'

test('[W13] dark dots are ink, row by row in whole bytes, the leftmost in the highest bit', () => {
  const pixels = new Uint8Array(10 * 2 * 4).fill(255)
  const ink = (x: number, y: number) => pixels.set([20, 20, 20, 255], (y * 10 + x) * 4)
  ink(0, 0)
  ink(7, 0)
  ink(8, 1)
  expect(dotsOf(pixels, 10, 2)).toEqual({ widthDots: 10, heightDots: 2, bits: Uint8Array.of(0x81, 0, 0, 0x80) })
})
