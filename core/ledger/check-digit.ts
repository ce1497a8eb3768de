/** Luhn's check digit (ISO/IEC 7812-1, annex B) over the digits of `text`: any one mistyped digit is noticed. */
export function checkDigit(text: string): number {
  const digits = [...text.replace(/\D/g, '')].reverse().map(Number)
  const sum = digits.reduce((total, digit, place) => {
    const weighed = place % 2 === 0 ? digit * 2 : digit
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** `S001-01-00012-7`: what it numbers, branch, device, the device's own count, and the check digit over all digits. */
export function readableNumber(letter: string, branchCode: string, deviceCode: string, count: number): string {
  const body = `${branchCode}-${deviceCode}-${String(count).padStart(5, '0')}`
  return `${letter}${body}-${checkDigit(body)}`
}
