import path from 'node:path'

export interface StartOptions {
  /** Where the branch's file lies; undefined for the usual place. */
  readonly dataFolder?: string
  /** Where the demonstration day leaves its pictures and papers; undefined when none is wanted. */
  readonly demoFolder?: string
}

/** Reads our own switches; all else on the line belongs to Chromium. Relative folders start at `from`. */
export function startOptions(args: readonly string[], from: string): StartOptions {
  const textOf = (name: string) => args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3)
  const dataFolder = textOf('data-dir')
  const demoFolder = args.includes('--demo') ? (textOf('demo-output') ?? 'demo') : undefined
  return {
    ...(dataFolder !== undefined && { dataFolder: path.resolve(from, dataFolder) }),
    ...(demoFolder !== undefined && { demoFolder: path.resolve(from, demoFolder) }),
  }
}
