import { assert } from '../assert.ts'

/** Writes whole numbers and texts one after the other, as short as they come: LEB128 numbers, length-prefixed UTF-8. */
export class FieldWriter {
  readonly #bytes: number[] = []

  raw(bytes: Uint8Array): this {
    this.#bytes.push(...bytes)
    return this
  }

  whole(value: bigint): this {
    assert(value >= 0n, 'an unsigned field is not negative')
    let rest = value
    for (; rest > 0x7fn; rest >>= 7n) this.#bytes.push(Number(rest & 0x7fn) | 0x80)
    this.#bytes.push(Number(rest))
    return this
  }

  /** Zigzag, so that small negative numbers stay short. */
  signed(value: bigint): this {
    return this.whole(value < 0n ? -value * 2n - 1n : value * 2n)
  }

  text(value: string): this {
    const bytes = new TextEncoder().encode(value)
    return this.whole(BigInt(bytes.length)).raw(bytes)
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

/** Reads what `FieldWriter` wrote. A read beyond the end or beyond 64 bits gives null, and so does every read after it. */
export class FieldReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  raw(count: number): Uint8Array | null {
    const taken = this.#bytes.subarray(this.#at, this.#at + count)
    this.#at += count
    return taken.length === count ? taken : null
  }

  whole(): bigint | null {
    let value = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.raw(1)?.[0]
      if (byte === undefined) return null
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
    return null
  }

  signed(): bigint | null {
    const value = this.whole()
    if (value === null) return null
    return value & 1n ? -(value + 1n) / 2n : value / 2n
  }

  text(): string | null {
    const length = this.whole()
    const bytes = length === null || length > 255n ? null : this.raw(Number(length))
    return bytes && new TextDecoder().decode(bytes)
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }
}
