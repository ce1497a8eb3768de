/** What a spreadsheet would run as a formula when it opens the file. Rule: X16. */
const formulaStart = /^[=+\-@\t\r]/

/** A text that came from people: never a formula, and quoted where it must be (RFC 4180). */
export const csvText = (text: string): string => csvCell(formulaStart.test(text) ? `'${text}` : text)

/** A value of our own making, such as an amount, which may begin with a minus. */
export const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
