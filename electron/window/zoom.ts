/** Sizes of text that the layouts are made for. */
const steps = [100, 110, 125, 150, 175, 200] as const

export const zoomIn = (percent: number): number => steps.find(step => step > percent) ?? 200
export const zoomOut = (percent: number): number => steps.findLast(step => step < percent) ?? 100
