/** Windows-1252: the letters that every ESC/POS printer of the field has, as its character table 16. */
const inPrinter = /^[ -~\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/

/** Spaces that only a typesetter tells apart become spaces; control characters, which a printer would obey, go. */
export const printerText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')

/** Whether the printer's own letters can write the text exactly. */
export const isInPrinter = (text: string): boolean => inPrinter.test(text)
