import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A phone number as people read it: `+254 712 345678`. */
export const formatPhone = (e164: string): string => parsePhoneNumberFromString(e164)?.formatInternational() ?? e164

/** The number in E.164 form; without a country code it is one of the institution's own country. */
export function readPhone(text: string, country: string): string | undefined {
  const number = parsePhoneNumberFromString(text, isSupportedCountry(country) ? country : undefined)
  return number?.isValid() ? number.number : undefined
}
