import { groupsOfThree } from './groups-of-three.ts'

const units = ['', 'moja', 'mbili', 'tatu', 'nne', 'tano', 'sita', 'saba', 'nane', 'tisa']
const tens = ['', 'kumi', 'ishirini', 'thelathini', 'arobaini', 'hamsini', 'sitini', 'sabini', 'themanini', 'tisini']
const scales = ['', 'elfu', 'milioni', 'bilioni', 'trilioni']

const belowThousand = (group: number): string =>
  [
    group >= 100 ? `mia ${units[Math.floor(group / 100)]}` : '',
    tens[Math.floor(group / 10) % 10] ?? '',
    units[group % 10] ?? '',
  ]
    .filter(Boolean)
    .join(' na ')

/**
 * A whole number in Swahili. The comma between thousands and the rest carries meaning: `elfu kumi na moja` is 11,000
 * and `elfu kumi, moja` is 10,001, which without it would read the same.
 * Source: Unicode CLDR, rule-based number format for Swahili.
 */
export function swahiliWords(whole: bigint): string {
  if (whole === 0n) return 'sifuri'
  return groupsOfThree(whole)
    .map((group, place) => (group === 0 ? '' : `${scales[place]} ${belowThousand(group)}`.trim()))
    .filter(Boolean)
    .reverse()
    .join(', ')
}
