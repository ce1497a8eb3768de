/** How the records of a sample are chosen. */
export const sampleMethods = ['random', 'monetary-unit', 'largest'] as const
export type SampleMethod = (typeof sampleMethods)[number]

/** More than one person goes through, and more than one record holds. */
export const sampleSizeMax = 100
