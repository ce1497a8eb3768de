/** Decimal digits that people of the window's languages type: Latin, Arabic-Indic, the eastern form of those, Devanagari. */
const systems = { latn: 0x30, arab: 0x660, arabext: 0x6f0, deva: 0x966 } as const
export type NumberingSystem = keyof typeof systems

const systemNames: readonly NumberingSystem[] = ['latn', 'arab', 'arabext', 'deva']

const digitIn = (mark: string, system: NumberingSystem): number | null => {
  const value = (mark.codePointAt(0) ?? 0) - systems[system]
  return value >= 0 && value <= 9 ? value : null
}

/** The one system that all digits of a text belong to; null when it has none of these, or mixes two. */
export function numberingSystemOf(text: string): NumberingSystem | null {
  const used = systemNames.filter(system => [...text].some(mark => digitIn(mark, system) !== null))
  const [system] = used
  return system !== undefined && used.length === 1 ? system : null
}

/** A digit of the system as an ASCII digit, any other mark as it is. */
export function asciiDigit(mark: string, system: NumberingSystem): string {
  const value = digitIn(mark, system)
  return value === null ? mark : String(value)
}
