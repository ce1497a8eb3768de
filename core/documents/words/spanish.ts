const small = [
  '',
  'un',
  'dos',
  'tres',
  'cuatro',
  'cinco',
  'seis',
  'siete',
  'ocho',
  'nueve',
  'diez',
  'once',
  'doce',
  'trece',
  'catorce',
]
const teens = [
  'quince',
  'dieciséis',
  'diecisiete',
  'dieciocho',
  'diecinueve',
  'veinte',
  'veintiún',
  'veintidós',
  'veintitrés',
]
const twenties = ['veinticuatro', 'veinticinco', 'veintiséis', 'veintisiete', 'veintiocho', 'veintinueve']
const upTo29 = [...small, ...teens, ...twenties]
const tens = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa']
const hundreds = [
  '',
  'ciento',
  'doscientos',
  'trescientos',
  'cuatrocientos',
  'quinientos',
  'seiscientos',
  'setecientos',
  'ochocientos',
  'novecientos',
]

const agree = (words: string, feminine: boolean): string =>
  feminine
    ? words
        .replace(/cientos/, 'cientas')
        .replace(/quinientos/, 'quinientas')
        .replace(/ún$/, 'una')
        .replace(/\bun$/, 'una')
    : words

function belowHundred(number: number): string {
  if (number < 30) return upTo29[number] ?? ''
  return [tens[Math.floor(number / 10)], upTo29[number % 10]].filter(Boolean).join(' y ')
}

function belowThousand(number: number, feminine: boolean): string {
  if (number === 100) return 'cien'
  return agree([hundreds[Math.floor(number / 100)], belowHundred(number % 100)].filter(Boolean).join(' '), feminine)
}

function belowMillion(number: number, feminine: boolean): string {
  const thousands = Math.floor(number / 1000)
  const thousandWords = thousands > 1 ? `${belowThousand(thousands, feminine)} mil` : thousands === 1 ? 'mil' : ''
  return [thousandWords, belowThousand(number % 1000, feminine)].filter(Boolean).join(' ')
}

const scaled = (count: number, one: string, many: string): string =>
  count === 0 ? '' : count === 1 ? one : `${belowMillion(count, false)} ${many}`

/**
 * A whole number below 10^18 in Spanish as it stands before a noun of that gender: `veintiún chelines`, `veintiuna rupias`.
 * Long scale: 10^9 is `mil millones`, 10^12 `un billón`. Source: Real Academia Española, Ortografía; Unicode CLDR.
 */
export function spanishWords(whole: bigint, feminine: boolean): string {
  if (whole === 0n) return 'cero'
  const billions = scaled(Number(whole / 1_000_000_000_000n), 'un billón', 'billones')
  const millions = scaled(Number((whole / 1_000_000n) % 1_000_000n), 'un millón', 'millones')
  return [billions, millions, belowMillion(Number(whole % 1_000_000n), feminine)].filter(Boolean).join(' ')
}
