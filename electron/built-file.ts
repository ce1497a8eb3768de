import path from 'node:path'
import { app } from 'electron'

/** A file that the build has made, in the project's folder or in the package's archive. */
export const builtFile = (...names: string[]): string => path.join(app.getAppPath(), 'out', ...names)
