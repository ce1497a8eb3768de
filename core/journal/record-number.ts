/** How papers, exports and the window name a record: the device that recorded it, and its number there, as `01-123`. Rule: V26. */
export const recordNumber = ({ deviceCode, seq }: { readonly deviceCode: string; readonly seq: number }): string =>
  `${deviceCode}-${seq}`

export interface NumberedRecord {
  /** A device's code, or a log's id or how it begins. */
  readonly name: string
  readonly seq: number
}

/**
 * What a typed number may mean: a record, or the record of an entry, as exports number those (`01-123-1`). Papers of older programs have
 * a slash, and some name the log in place of the device.
 */
export function readRecordNumber(text: string): readonly NumberedRecord[] {
  const [, ofEntry] = /^(.+)[-/]\d{1,3}$/.exec(text) ?? []
  return [text, ofEntry ?? ''].flatMap(one => {
    const [, name, seq] = /^(.+)[-/](\d{1,15})$/.exec(one) ?? []
    return name === undefined ? [] : [{ name, seq: Number(seq) }]
  })
}
