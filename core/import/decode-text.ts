/** How the letters of a text file are written down. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The letters of windows-1252 from 0x80 to 0x9F; the rest is as in Unicode. Source: WHATWG Encoding Standard, index windows-1252. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** What no text of people holds: controls but for tabs and ends of lines, and what could not be decoded. */
const strange = /(?![\t\r\n])[\p{Cc}\ufffd\ufffe\uffff]/u

/**
 * The text of a file, by its byte order mark, by where its zero bytes lie, or else as UTF-8 where it is that and as windows-1252 where
 * it is not. Null for what is no text. Rule: N7.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | null {
  const encoding = markOf(bytes) ?? wideness(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  const text = decoded(bytes, encoding).replace(/^\ufeff/, '')
  return strange.test(text) ? null : { text, encoding }
}

function markOf([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** A row of columns has separators and ends of lines, whose other byte is zero in UTF-16, in whatever script the names are. */
function wideness(bytes: Uint8Array): Encoding | null {
  const start = bytes.subarray(0, 4_096)
  const zeros = [0, 0]
  for (const [place, byte] of start.entries()) if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd < start.length / 20) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  switch (encoding) {
    case 'utf-8':
      return new TextDecoder('utf-8').decode(bytes)
    case 'utf-16le':
      return new TextDecoder('utf-16le').decode(bytes)
    case 'utf-16be':
      return new TextDecoder('utf-16le').decode(turned(bytes))
    case 'windows-1252':
      return Array.from(bytes, byte =>
        byte >= 0x80 && byte < 0xa0 ? windows1252[byte - 0x80] : String.fromCharCode(byte),
      ).join('')
  }
}

/** With the two bytes of each letter the other way round. */
function turned(bytes: Uint8Array): Uint8Array {
  const pairs = Uint8Array.from(bytes)
  for (let place = 0; place + 1 < pairs.length; place += 2) {
    const [high = 0, low = 0] = bytes.subarray(place, place + 2)
    pairs[place] = low
    pairs[place + 1] = high
  }
  return pairs
}
