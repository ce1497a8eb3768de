/** Why a file cannot be taken in at all. */
export type FileFault =
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'too-many-cells'
  | 'cell-too-large'
  | 'not-a-file'
  | 'not-text'
  | 'malformed'
  | 'no-rows'
  | 'old-workbook'
  | 'workbook-unreadable'
  | 'workbook-unsafe'
  | 'merged-cells'

export type ImportRefusal =
  /** `row`: where in the file, as a spreadsheet counts; `max`: what is taken at most. */
  | { readonly type: 'file-not-importable'; readonly because: FileFault; readonly row?: number; readonly max?: number }
  | { readonly type: 'no-file-open' }
  /** Of the same file, and so surely a mistake of its own; `row` is the first of the two. */
  | {
      readonly type: 'row-repeated'
      readonly row: number
      readonly because: 'external-id' | 'id-number' | 'phone' | 'name-and-birth-date'
    }
