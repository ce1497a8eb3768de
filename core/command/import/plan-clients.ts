import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { displayName } from '../../customers/client-profile.ts'
import { registerClientSchema } from '../../customers/customer-commands.ts'
import { foldText } from '../../customers/fold-text.ts'
import { readDate } from '../../import/formats.ts'
import type { ImportField } from '../../import/import-kinds.ts'
import type { TableRow } from '../../import/table.ts'
import type { ImportRefusal } from '../../refusals/import-refusal.ts'
import type { CommandOf } from '../command.ts'
import { idKindOf } from './id-kind-words.ts'
import { importKey } from './import-key.ts'
import { cellOf, type Fault, type PlannedUnit, type Planning, refusedRow } from './planned-unit.ts'

type Register = CommandOf<'client.register'>
const type = 'client.register'

/**
 * A client for each row. Refused are rows that cannot be read, by their column, and those that repeat a row before them: its number or ID
 * number, and its phone or name and birth date where nobody has said that these are others. Rules: N6, N7, K2.
 */
export function* planClients(planning: Planning): Generator<readonly PlannedUnit[]> {
  const firstRows = new Map<string, number>()
  for (const row of planning.table.rows) yield [planClient(planning, row, firstRows)]
}

function planClient(planning: Planning, row: TableRow, firstRows: Map<string, number>): PlannedUnit {
  const read = readClient(planning, row)
  if ('rule' in read) return refusedRow(planning, row, type, read)
  const repeated = repetition(read, cellOf(planning, row, 'externalId'), row.row, firstRows)
  const unit = { type, rows: [row.row] } as const
  return repeated ? { ...unit, steps: [], refusal: repeated } : { ...unit, steps: [() => read] }
}

function readClient(planning: Planning, row: TableRow): Register | Fault {
  const cell = (field: ImportField): string => cellOf(planning, row, field)
  const { spec, country, log, parse } = planning
  const externalId = cell('externalId')
  if (externalId === '') return { field: 'externalId', rule: 'missing' }
  const birthDate = readDate(cell('birthDate'), spec.formats.dateOrder)
  if (birthDate === null) return { field: 'birthDate', rule: cell('birthDate') === '' ? 'missing' : 'not-a-date' }
  const sex = sexOf(cell('sex'))
  if (sex === null) return { field: 'sex', rule: 'not-one-of' }
  const kind = idKindOf(cell('idKind'))
  if (kind === null) return { field: 'idKind', rule: 'not-one-of' }
  const phone = phoneOf(cell('phone'), country)
  if (phone === null) return { field: 'phone', rule: 'not-a-phone-number' }
  const parsed = parse(registerClientSchema, {
    type,
    key: importKey({ log, name: spec.name, part: 'client', externalId }),
    client: {
      givenNames: cell('givenNames'),
      ...filled('familyName', cell('familyName')),
      sex,
      birthDate,
      ...filled('phone', phone),
      ...(cell('idNumber') === '' ? {} : { idDocument: { kind, number: cell('idNumber') } }),
      ...filled('address', cell('address')),
      ...(spec.sharedIsOther ? { notADuplicate: true } : {}),
    },
  })
  return parsed.ok ? parsed.value : { field: fieldOf(parsed.refusal.field), rule: parsed.refusal.rule }
}

const filled = (name: string, text: string): Record<string, string> => (text === '' ? {} : { [name]: text })

const fieldOf = (path: string): ImportField =>
  path.includes('idDocument')
    ? 'idNumber'
    : ((['familyName', 'phone', 'address'] as const).find(field => path.endsWith(field)) ?? 'givenNames')

/** The words and letters for it in the window's languages. */
const sexWords = {
  female: [
    'f',
    'female',
    'femme',
    'féminin',
    'mujer',
    'femenino',
    'feminino',
    'mulher',
    'ke',
    'mke',
    'mwanamke',
    'أنثى',
    'महिला',
    'w',
    '2',
  ],
  male: ['m', 'male', 'homme', 'masculin', 'hombre', 'masculino', 'homem', 'me', 'mume', 'mwanaume', 'ذكر', 'पुरुष', '1'],
  unstated: ['', 'unstated', 'unknown', 'other', 'u', '-'],
} as const

function sexOf(text: string): keyof typeof sexWords | null {
  const word = text.toLowerCase()
  const sexes = ['female', 'male', 'unstated'] as const
  return sexes.find(sex => sexWords[sex].some(one => one === word)) ?? null
}

/** In E.164 form; without a country's code it is one of the institution's own country. */
function phoneOf(text: string, country: string): string | null {
  if (text === '') return ''
  const number = parsePhoneNumberFromString(text, isSupportedCountry(country) ? country : undefined)
  return number?.isValid() ? number.number : null
}

type Repeated = Extract<ImportRefusal, { type: 'row-repeated' }>

/** The first row of the file that is the same client, or may be; every row is remembered for those after it. */
function repetition(
  { client }: Register,
  externalId: string,
  row: number,
  firstRows: Map<string, number>,
): Repeated | null {
  const { idDocument, phone, birthDate, notADuplicate } = client
  const shared = notADuplicate
    ? []
    : ([
        ...(phone ? [['phone', phone] as const] : []),
        ['name-and-birth-date', `${foldText(displayName(client))} ${birthDate}`],
      ] as const)
  const marks = [
    ['external-id', externalId],
    ...(idDocument ? [['id-number', foldText(idDocument.number)] as const] : []),
    ...shared,
  ] as const
  const found = marks.flatMap(([because, text]) => {
    const first = firstRows.get(`${because} ${text}`)
    return first === undefined ? [] : [{ type: 'row-repeated', row: first, because } as const]
  })
  for (const [because, text] of marks)
    if (!firstRows.has(`${because} ${text}`)) firstRows.set(`${because} ${text}`, row)
  return found[0] ?? null
}
