import type { NativeImage } from 'electron'
import type { Raster } from '../../core/documents/escpos.ts'

const bytesPerPixel = 4
/** Text is thin: a little grey at its edges is ink, or thermal paper shows it broken. */
const inkBelow = 160

/** Thermal paper knows ink and no ink. */
export function blackAndWhite(image: NativeImage): Raster {
  const { width, height } = image.getSize()
  return dotsOf(image.toBitmap(), width, height)
}

/** `pixels` has four bytes per pixel, the first three its colours; the order does not matter for grey. */
export function dotsOf(pixels: Uint8Array, widthDots: number, heightDots: number): Raster {
  const rowBytes = Math.ceil(widthDots / 8)
  const bits = new Uint8Array(rowBytes * heightDots)
  for (let y = 0; y < heightDots; y++) {
    for (let x = 0; x < widthDots; x++) {
      if (brightness(pixels, (y * widthDots + x) * bytesPerPixel) < inkBelow) {
        const at = y * rowBytes + (x >> 3)
        bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7))
      }
    }
  }
  return { widthDots, heightDots, bits }
}

const brightness = (pixels: Uint8Array, at: number): number =>
  ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3
