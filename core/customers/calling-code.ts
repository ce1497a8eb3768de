/** Country calling codes of one and of two digits; every other one has three. Source: ITU-T E.164, list of assigned country codes. */
const short = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** The digits of an E.164 number after its country's calling code: what people say when they say their number. */
export function nationalDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.slice(short.exec(digits)?.[0].length ?? 3)
}
