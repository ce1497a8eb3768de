import { groupsOfThree } from './groups-of-three.ts'

const masculine = ['', 'واحد', 'اثنان', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة']
const feminineUnits = ['', 'واحدة', 'اثنتان', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع', 'عشر']
const tens = ['', '', 'عشرون', 'ثلاثون', 'أربعون', 'خمسون', 'ستون', 'سبعون', 'ثمانون', 'تسعون']
const hundreds = ['', 'مائة', 'مئتان', 'ثلاثمائة', 'أربعمائة', 'خمسمائة', 'ستمائة', 'سبعمائة', 'ثمانمائة', 'تسعمائة']
const scales = [
  { one: '', two: '', few: '', many: '' },
  { one: 'ألف', two: 'ألفان', few: 'آلاف', many: 'ألفاً' },
  { one: 'مليون', two: 'مليونان', few: 'ملايين', many: 'مليوناً' },
  { one: 'مليار', two: 'ملياران', few: 'مليارات', many: 'ملياراً' },
  { one: 'تريليون', two: 'تريليونان', few: 'تريليونات', many: 'تريليوناً' },
]

function teen(unit: number, feminine: boolean): string {
  if (unit === 1) return feminine ? 'إحدى عشرة' : 'أحد عشر'
  if (unit === 2) return feminine ? 'اثنتا عشرة' : 'اثنا عشر'
  return feminine ? `${unit === 8 ? 'ثماني' : feminineUnits[unit]} عشرة` : `${masculine[unit]} عشر`
}

function belowHundred(number: number, feminine: boolean): string {
  const units = feminine ? feminineUnits : masculine
  if (number <= 10) return units[number] ?? ''
  if (number < 20) return teen(number - 10, feminine)
  return [units[number % 10], tens[Math.floor(number / 10)]].filter(Boolean).join(' و')
}

const belowThousand = (number: number, feminine: boolean): string =>
  [hundreds[Math.floor(number / 100)], belowHundred(number % 100, feminine)].filter(Boolean).join(' و')

/** Duals lose their last letter and counted thousands their ending before the noun they count: `مئتا ألف`, `عشرون ألف شلن`. */
export const beforeNoun = (words: string): string =>
  words.replace(/(مئت|ألف|مليون|مليار|تريليون)ان$/, '$1ا').replace(/(ألف|مليون|مليار|تريليون)اً$/, '$1')

function scaled(group: number, place: number): string {
  const scale = scales[place]
  if (!scale || group === 0) return ''
  if (group === 1) return scale.one
  if (group === 2) return scale.two
  const last = group % 100
  const noun = last >= 3 && last <= 10 ? scale.few : last > 10 ? scale.many : scale.one
  return `${beforeNoun(belowThousand(group, false))} ${noun}`
}

/**
 * A whole number below 10^15 in Arabic as written on cheques, before a noun of that gender; thousands and more are masculine.
 * Source: the rules of العدد والمعدود as taught for تفقيط (amounts in letters).
 */
export function arabicWords(whole: bigint, feminine: boolean): string {
  if (whole === 0n) return 'صفر'
  return groupsOfThree(whole)
    .map((group, place) => (place === 0 ? belowThousand(group, feminine) : scaled(group, place)))
    .filter(Boolean)
    .reverse()
    .join(' و')
}
