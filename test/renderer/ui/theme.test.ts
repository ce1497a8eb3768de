import { describe, expect, test } from 'vitest'
import { surfaces, theme } from '../../../renderer/ui/theme.ts'

const channel = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** Relative luminance and contrast. Source: WCAG 2.2, definitions. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at =>
    channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const readable: readonly (readonly [ink: string, on: readonly string[]])[] = [
  [
    '--ink',
    ['--surface-app', '--surface-panel', '--surface-sunken', '--surface-hover', '--surface-selected', '--wrong-soft'],
  ],
  ['--ink-soft', ['--surface-app', '--surface-panel', '--surface-sunken', '--surface-hover', '--wrong-soft']],
  ['--accent', ['--surface-panel', '--accent-soft']],
  ['--waiting', ['--surface-panel', '--surface-app', '--waiting-soft']],
  ['--wrong', ['--surface-panel', '--wrong-soft']],
  ['--right', ['--surface-panel', '--right-soft']],
  ['--money-negative', ['--surface-panel', '--surface-selected']],
  ['--mantine-color-placeholder', ['--surface-panel', '--surface-hover']],
  ['--rail-ink', ['--rail']],
  ['--rail-ink-strong', ['--rail']],
]

describe.each(['light', 'dark'] as const)('[W24] in %s', scheme => {
  const colours: Readonly<Record<string, string>> = surfaces[scheme]
  const colour = (name: string): string => colours[name] ?? ''

  test.each(readable.flatMap(([ink, on]) => on.map(surface => [ink, surface] as const)))(
    '%s can be read on %s',
    (ink, surface) => {
      expect(contrast(colour(ink), colour(surface))).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('the mark of the focus is seen on every surface', () => {
    for (const surface of ['--surface-app', '--surface-panel', '--surface-selected'])
      expect(contrast(colour('--focus'), colour(surface))).toBeGreaterThanOrEqual(3)
  })

  test('the text of the primary action can be read', () => {
    const shade = theme.primaryShade as { light: number; dark: number }
    expect(contrast('#ffffff', theme.colors?.spruce?.[shade[scheme]] ?? '')).toBeGreaterThanOrEqual(4.5)
    expect(contrast('#ffffff', theme.colors?.red?.[shade[scheme]] ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})
