const size = 400
const points = 240
const wavesPerBand = 12

/** Rings of waves from the outside in, each as far out, as high, and of as many crests. */
const bands = [
  { reach: 158, height: 30, crests: 18 },
  { reach: 104, height: 26, crests: 12 },
  { reach: 54, height: 20, crests: 8 },
] as const

const rounded = (value: number): number => Math.round(value * 10) / 10

function wave({ reach, height, crests }: (typeof bands)[number], index: number): string {
  const phase = (index / wavesPerBand) * Math.PI * 2
  const at = (step: number): string => {
    const angle = (step / points) * Math.PI * 2
    const radius = reach + height * Math.sin(angle * crests + phase)
    return `${rounded(size / 2 + radius * Math.cos(angle))} ${rounded(size / 2 + radius * Math.sin(angle))}`
  }
  return `M${Array.from({ length: points }, (_, step) => at(step)).join('L')}Z`
}

const paths = bands.flatMap(band => Array.from({ length: wavesPerBand }, (_, index) => wave(band, index)))

/** The fine line work of banknotes and passbooks, for the window's cover. Decoration only. */
export function Guilloche({ className }: { readonly className: string | undefined }) {
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      {paths.map(path => (
        <path key={path} d={path} fill="none" stroke="currentColor" strokeWidth="0.5" />
      ))}
    </svg>
  )
}
