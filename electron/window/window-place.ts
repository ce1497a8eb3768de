import { z } from 'zod'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const rectangleSchema = z.object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
const placeSchema = z.object({
  bounds: rectangleSchema,
  isMaximized: z.boolean(),
  zoomPercent: z.int().min(100).max(200),
})
/** Where the window was, and how large its text. */
export type WindowPlace = z.infer<typeof placeSchema>

export const smallestWindow = { width: 1024, height: 640 } as const
export const usualWindow = { width: 1280, height: 800 } as const
/** Enough of a window to take hold of it. */
const graspable = { width: 200, height: 60 } as const

/** Null for anything that is not a place as this program writes it. */
export function parsePlace(text: string): WindowPlace | null {
  try {
    return placeSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** The place, unless its screen is no longer there: a window must never open where nobody sees it. */
export function placeOn(screens: readonly Rectangle[], place: WindowPlace | null): WindowPlace | null {
  return place !== null && screens.some(screen => isGraspable(screen, place.bounds)) ? place : null
}

function isGraspable(screen: Rectangle, bounds: Rectangle): boolean {
  const width = Math.min(screen.x + screen.width, bounds.x + bounds.width) - Math.max(screen.x, bounds.x)
  const height = Math.min(screen.y + screen.height, bounds.y + bounds.height) - Math.max(screen.y, bounds.y)
  return width >= graspable.width && height >= graspable.height && bounds.y >= screen.y
}
