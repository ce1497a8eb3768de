/** Who of several holders signs, as former systems say it, in the window's languages. */
const signingWords = {
  any: [
    ...['', 'any', 'any one', 'anyone', 'either', 'either or survivor', 'one', 'or', 'single', '1', 'l’un', 'un seul'],
    ...['cualquiera', 'indistinta', 'qualquer', 'yeyote', 'أي منهم', 'أي', 'कोई', 'कोई एक'],
  ],
  all: [
    ...['all', 'both', 'joint', 'jointly', 'and', 'together', 'tous', 'ensemble', 'conjointe', 'todos', 'mancomunada'],
    ...['conjunta', 'wote', 'pamoja', 'الكل', 'جميعهم', 'معا', 'सभी', 'संयुक्त'],
  ],
} as const

/** Null for a word that nobody knows; one holder's signature is enough where nothing stands. */
export function signingOf(text: string): 'any' | 'all' | null {
  const word = text.trim().toLowerCase()
  return (['any', 'all'] as const).find(one => signingWords[one].some(known => known === word)) ?? null
}
