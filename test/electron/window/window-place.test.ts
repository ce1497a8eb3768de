import { expect, test } from 'vitest'
import { parsePlace, placeOn } from '../../../electron/window/window-place.ts'
import { zoomIn, zoomOut } from '../../../electron/window/zoom.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const place = { bounds: { x: 100, y: 50, width: 1280, height: 800 }, isMaximized: false, zoomPercent: 125 }
const at = (x: number, y: number) => ({ ...place, bounds: { ...place.bounds, x, y } })

test('[W11] the window opens where it was', () => {
  expect(placeOn([screen], parsePlace(JSON.stringify(place)))).toEqual(place)
})

test('[W11] but never where nobody could take hold of it', () => {
  expect(placeOn([screen], at(-1200, 50))).toBeNull()
  expect(placeOn([screen], at(1900, 50))).toBeNull()
  expect(placeOn([screen], at(100, -10))).toBeNull()
  expect(placeOn([screen], at(100, 1060))).toBeNull()
  expect(placeOn([screen, { ...screen, x: 1920 }], at(1900, 50))).not.toBeNull()
})

test('[W11] a damaged note of its place is as none', () => {
  for (const text of [
    '',
    'null',
    '{}',
    '[1]',
    '{"bounds":{"x":1e400}}',
    JSON.stringify({ ...place, zoomPercent: 5 }),
  ]) {
    expect(parsePlace(text)).toBeNull()
  }
})

test('[W11] text grows and shrinks in steps between 100 and 200 per cent', () => {
  expect([100, 110, 125, 150, 175, 200].map(zoomIn)).toEqual([110, 125, 150, 175, 200, 200])
  expect([100, 110, 125, 150, 175, 200].map(zoomOut)).toEqual([100, 100, 110, 125, 150, 175])
})
