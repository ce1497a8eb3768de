const upTo19 = [
  '',
  'um',
  'dois',
  'três',
  'quatro',
  'cinco',
  'seis',
  'sete',
  'oito',
  'nove',
  'dez',
  'onze',
  'doze',
  'treze',
  'catorze',
  'quinze',
  'dezasseis',
  'dezassete',
  'dezoito',
  'dezanove',
]
const tens = ['', '', 'vinte', 'trinta', 'quarenta', 'cinquenta', 'sessenta', 'setenta', 'oitenta', 'noventa']
const hundreds = [
  '',
  'cento',
  'duzentos',
  'trezentos',
  'quatrocentos',
  'quinhentos',
  'seiscentos',
  'setecentos',
  'oitocentos',
  'novecentos',
]

const agree = (words: string, feminine: boolean): string =>
  feminine
    ? words
        .replace(/entos\b/, 'entas')
        .replace(/\bum$/, 'uma')
        .replace(/\bdois$/, 'duas')
    : words

function belowHundred(number: number): string {
  if (number < 20) return upTo19[number] ?? ''
  return [tens[Math.floor(number / 10)], upTo19[number % 10]].filter(Boolean).join(' e ')
}

function belowThousand(number: number, feminine: boolean): string {
  if (number === 100) return 'cem'
  return agree([hundreds[Math.floor(number / 100)], belowHundred(number % 100)].filter(Boolean).join(' e '), feminine)
}

/** The last group is joined with `e` when it is one word's worth: below a hundred, or whole hundreds. */
const join = (head: string, last: number, lastWords: string): string => {
  if (!head || !lastWords) return head || lastWords
  return last < 100 || (last < 1000 && last % 100 === 0) ? `${head} e ${lastWords}` : `${head} ${lastWords}`
}

function belowMillion(number: number, feminine: boolean): string {
  const thousands = Math.floor(number / 1000)
  const thousandWords = thousands > 1 ? `${belowThousand(thousands, feminine)} mil` : thousands === 1 ? 'mil' : ''
  return join(thousandWords, number % 1000, belowThousand(number % 1000, feminine))
}

const scaled = (count: number, one: string, many: string): string =>
  count === 0 ? '' : count === 1 ? one : `${belowMillion(count, false)} ${many}`

/**
 * A whole number below 10^18 in the Portuguese of Portugal and Africa, before a noun of that gender: `vinte e duas rupias`.
 * Long scale: 10^9 is `mil milhões`, 10^12 `um bilião`. Source: Cunha and Cintra, Nova Gramática; Unicode CLDR pt-PT.
 */
export function portugueseWords(whole: bigint, feminine: boolean): string {
  if (whole === 0n) return 'zero'
  const billions = scaled(Number(whole / 1_000_000_000_000n), 'um bilião', 'biliões')
  const millions = scaled(Number((whole / 1_000_000n) % 1_000_000n), 'um milhão', 'milhões')
  const rest = Number(whole % 1_000_000n)
  const head = [billions, millions].filter(Boolean).join(' ')
  const last = rest % 1000 === 0 ? rest / 1000 : rest
  return join(head, last, belowMillion(rest, feminine))
}
