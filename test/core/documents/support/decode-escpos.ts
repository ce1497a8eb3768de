/** What a printer would do, for the commands that we use; any other byte sequence is an error. */
export interface Printed {
  readonly lines: readonly PrintedLine[]
  readonly code: { readonly text: string; readonly dots: number } | null
  readonly rasters: readonly { readonly rowBytes: number; readonly rows: number; readonly bits: Uint8Array }[]
  readonly cuts: number
}

export interface PrintedLine {
  readonly text: string
  /** Columns taken: each letter counts as often as it is wide. */
  readonly columns: number
  readonly isTall: boolean
  readonly isWide: boolean
  readonly isBold: boolean
  readonly isInverted: boolean
  readonly isCentered: boolean
}

interface State {
  at: number
  text: string
  columns: number
  size: number
  bold: boolean
  inverted: boolean
  align: number
  seen: { tall: boolean; wide: boolean; bold: boolean; inverted: boolean }
  codeDots: number
  stored: string
  table: number
}

const letters = new TextDecoder('windows-1252')

export function decodeEscpos(bytes: Uint8Array): Printed {
  const lines: PrintedLine[] = []
  const rasters: Printed['rasters'][number][] = []
  let code: Printed['code'] = null
  let cuts = 0
  const nothing = { tall: false, wide: false, bold: false, inverted: false }
  const state: State = {
    at: 0,
    text: '',
    columns: 0,
    size: 0,
    bold: false,
    inverted: false,
    align: 0,
    seen: nothing,
    codeDots: 0,
    stored: '',
    table: 0,
  }
  const next = (): number => {
    const byte = bytes[state.at++]
    if (byte === undefined) throw new Error('the bytes end within a command')
    return byte
  }
  const endLine = (): void => {
    const { text, columns, seen } = state
    lines.push({
      text,
      columns,
      isTall: seen.tall,
      isWide: seen.wide,
      isBold: seen.bold,
      isInverted: seen.inverted,
      isCentered: state.align === 1,
    })
    Object.assign(state, { text: '', columns: 0, seen: { ...nothing } })
  }
  const escapeCommand = (): void => {
    const command = String.fromCharCode(next())
    if (command === '@') Object.assign(state, { size: 0, bold: false, inverted: false, align: 0 })
    else if (command === 'M') next()
    else if (command === 't') state.table = next()
    else if (command === 'E') state.bold = next() === 1
    else if (command === 'a') state.align = next()
    else if (command === 'd') for (let fed = next(); fed > 0; fed--) endLine()
    else throw new Error(`unknown command ESC ${command}`)
  }
  const code2d = (): void => {
    const length = next() + next() * 256
    const [kind, part, ...rest] = Array.from({ length }, next)
    if (kind !== 0x31) throw new Error('not a QR code')
    if (part === 0x43) state.codeDots = rest[0] ?? 0
    else if (part === 0x50) state.stored = String.fromCharCode(...rest.slice(1))
    else if (part === 0x51) code = { text: state.stored, dots: state.codeDots }
  }
  const group = (): void => {
    const command = String.fromCharCode(next())
    if (command === '!') state.size = next()
    else if (command === 'B') state.inverted = next() === 1
    else if (command === 'V') cuts += next() >= 0 ? 1 : 0
    else if (command === '(' && next() === 0x6b) code2d()
    else if (command === 'v' && next() === 0x30 && next() === 0) {
      const rowBytes = next() + next() * 256
      const rows = next() + next() * 256
      rasters.push({ rowBytes, rows, bits: Uint8Array.from({ length: rowBytes * rows }, next) })
    } else throw new Error(`unknown command GS ${command}`)
  }
  while (state.at < bytes.length) {
    const byte = next()
    if (byte === 0x1b) escapeCommand()
    else if (byte === 0x1d) group()
    else if (byte === 0x1c) next()
    else if (byte === 0x0a) endLine()
    else if (byte < 0x20) throw new Error(`unknown control ${byte}`)
    else {
      if (byte > 0x7e && state.table !== 16) throw new Error('a letter beyond ASCII before its table is chosen')
      state.text += letters.decode(Uint8Array.of(byte))
      const wide = state.size >> 4
      state.columns += 1 + wide
      if (byte !== 0x20)
        state.seen = {
          tall: state.seen.tall || (state.size & 7) > 0,
          wide: state.seen.wide || wide > 0,
          bold: state.seen.bold || state.bold,
          inverted: state.seen.inverted || state.inverted,
        }
    }
  }
  if (state.text) throw new Error('the last line is not printed')
  return { lines, code, rasters, cuts }
}
