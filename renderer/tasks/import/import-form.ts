import type { ImportFile } from '../../../core/engine/open-import.ts'
import { dateOrders, decimalMarks, type Formats } from '../../../core/import/formats.ts'
import {
  fieldsOfKind,
  type ImportField,
  type ImportKind,
  type ImportSpec,
  importKinds,
} from '../../../core/import/import-kinds.ts'

/** How the open file is to be read, as it stands on the screen. */
export interface ImportForm extends Formats {
  readonly kind: ImportKind
  readonly name: string
  readonly mapping: ImportSpec['mapping']
  readonly sharedIsOther: boolean
}

/** What the page is for: data of another system, or the cash that a group hands in. */
export type ImportPurpose = 'import' | 'collection'

export const kindsFor = (purpose: ImportPurpose): readonly ImportKind[] =>
  importKinds.filter(kind => (kind === 'deposits') === (purpose === 'collection'))

/** The kind whose needed columns the file has most of, with the columns and formats that were guessed. */
export function formOf(file: ImportFile, name: string, kinds: readonly ImportKind[]): ImportForm {
  const share = (kind: ImportKind): number => {
    const { required } = fieldsOfKind[kind]
    return required.filter(field => file.mappings[kind][field] !== undefined).length / required.length
  }
  const kind = [...kinds].sort((a, b) => share(b) - share(a))[0] ?? 'clients'
  return { kind, name, mapping: file.mappings[kind], sharedIsOther: false, ...file.formats }
}

export const specOf = ({ kind, name, mapping, dateOrder, decimalMark, sharedIsOther }: ImportForm): ImportSpec => ({
  kind,
  name: name.trim(),
  mapping,
  formats: { dateOrder, decimalMark },
  ...(sharedIsOther ? { sharedIsOther } : {}),
})

/** The next name of its kind: `2 March` is followed by `2 March, 2`, and that by `2 March, 3`. */
export function nextName(name: string): string {
  const [, stem = '', count = '1'] = /^(.*?)(?:, (\d{1,3}))?$/.exec(name.trim()) ?? []
  return `${stem}, ${Number.parseInt(count, 10) + 1}`
}

export const fieldsOf = (kind: ImportKind): readonly ImportField[] => [
  ...fieldsOfKind[kind].required,
  ...fieldsOfKind[kind].optional,
]

export const isComplete = ({ kind, name, mapping }: ImportForm): boolean =>
  name.trim() !== '' && fieldsOfKind[kind].required.every(field => mapping[field] !== undefined)

/** What is kept for the next file of this kind: columns by what stands over them, for they may stand elsewhere there. */
export const savedText = ({ mapping, ...form }: ImportForm, columns: readonly string[]): string =>
  JSON.stringify({
    ...form,
    headings: Object.fromEntries(
      Object.entries(mapping).map(([field, place]) => [field, place === undefined ? '' : columns[place]]),
    ),
  })

/** The form with what was said last time of a file of this kind, as far as this file has the same headings. */
export function withSaved(form: ImportForm, saved: string | null, columns: readonly string[]): ImportForm {
  const kept = saved === null ? null : readSaved(saved)
  if (!kept) return form
  const found = fieldsOf(form.kind).flatMap(field => {
    const place = columns.indexOf(kept.headings[field] ?? '')
    return place >= 0 ? [[field, place] as const] : []
  })
  return {
    ...form,
    // Each collection has a name of its own: under the last one its rows would be known already.
    name: form.name || (form.kind === 'deposits' ? '' : kept.name),
    sharedIsOther: kept.sharedIsOther,
    dateOrder: dateOrders.find(order => order === kept.dateOrder) ?? form.dateOrder,
    decimalMark: decimalMarks.find(mark => mark === kept.decimalMark) ?? form.decimalMark,
    mapping: { ...form.mapping, ...Object.fromEntries(found) },
  }
}

interface Saved {
  readonly name: string
  readonly sharedIsOther: boolean
  readonly dateOrder: string
  readonly decimalMark: string
  readonly headings: Readonly<Record<string, string>>
}

/** Written by `savedText`, perhaps of an earlier version of the program. */
function readSaved(text: string): Saved | null {
  const found: Partial<Saved> | null = JSON.parse(text)
  if (!found || typeof found.headings !== 'object') return null
  const { name = '', sharedIsOther = false, dateOrder = '', decimalMark = '', headings } = found
  return { name, sharedIsOther, dateOrder, decimalMark, headings }
}
