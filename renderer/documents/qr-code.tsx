import { create } from 'qrcode'

/** Squares of quiet paper that a reader needs around the code. */
const quiet = 4

interface QrCodeProps {
  readonly text: string
  readonly className: string | undefined
  /** For paper of dots: the width to stay within. Every square then takes the same whole number of dots. */
  readonly widthDotsMax?: number
}

/** The text as a QR code, drawn as one path of whole squares: crisp at any size and on any printer. */
export function QrCode({ text, className, widthDotsMax }: QrCodeProps) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size + quiet * 2
  const dots = widthDotsMax === undefined ? undefined : Math.floor(widthDotsMax / size) * size
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      {...(dots === undefined ? {} : { width: dots, height: dots })}
      shapeRendering="crispEdges"
      role="img"
      aria-label="QR"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squares(modules)} fill="#000" />
    </svg>
  )
}

interface Modules {
  readonly size: number
  readonly get: (row: number, column: number) => number
}

/** One rectangle for every run of dark squares in a row. */
function squares(modules: Modules): string {
  const path: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      let run = 0
      while (column + run < modules.size && modules.get(row, column + run)) run++
      if (run > 0) path.push(`M${column + quiet} ${row + quiet}h${run}v1h-${run}z`)
      column += run
    }
  }
  return path.join('')
}
