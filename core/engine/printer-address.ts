import type { SettingsAnswer } from '../query/session-answers.ts'
import type { ShapeRefusal } from '../refusals/request-refusal.ts'

type Printer = NonNullable<SettingsAnswer['printer']>

/** Raw printing of receipt printers; a print server with several printers counts on from 9100. */
const portMin = 9100
const portMax = 9103

/** The addresses of this computer and of private networks: RFC 1122, 1918, 4193 and 4291. */
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const nearV4 = new RegExp(`^(?:(?:127|10)\\.${octet}|192\\.168|172\\.(?:1[6-9]|2\\d|3[01]))(?:\\.${octet}){2}$`)
const nearV6 = /^(?:::1|f[cd][\da-f]{2}:[\da-f:]*|fe[89ab][\da-f]:[\da-f:]*)$/i

const hostText = /^[\p{L}\p{N}:]([\p{L}\p{N}.:-]*[\p{L}\p{N}])?$/u
/** One word that begins with a letter, or a name of the local network: a number would be read as an address. */
const localName = /^[a-z]([a-z\d-]*[a-z\d])?(\.(local|lan|internal|home\.arpa))?$/i

const isNear = (host: string): boolean => [nearV4, nearV6, localName].some(kind => kind.test(host))

/**
 * Null for a receipt printer in the branch's own network; papers full of names and balances go nowhere else. Refuses a host that
 * is neither a name nor an address, one outside, and a port at which no receipt printer listens. Rule: A49.
 */
export function notAPrinter({ host, port }: Pick<Printer, 'host' | 'port'>): ShapeRefusal | null {
  if (!hostText.test(host)) return invalid('host', 'not-a-host')
  if (!isNear(host)) return invalid('host', 'not-in-this-network')
  return port < portMin || port > portMax ? invalid('port', 'not-a-printer-port') : null
}

const invalid = (field: 'host' | 'port', rule: string): ShapeRefusal => ({
  type: 'field-invalid',
  field: `printer.${field}`,
  rule,
})
