import type { InstallationFolder } from '../storage/installation-folder.ts'

/** Files are made in `founding.part`; once all of them are safe, it becomes `founding.done`; then each takes its place. */
export const stagingFolder = 'founding.part'
const stagedFolder = 'founding.done'

/** An empty folder to found in; what an earlier founding left unfinished never belonged to an institution. */
export function stageFounding(folder: InstallationFolder): void {
  folder.remove(stagingFolder)
  folder.makeFolder(stagingFolder)
}

/** The one moment in which the institution comes to be: a cut before it leaves nothing, a cut after it is made good here. */
export function commitFounding(folder: InstallationFolder): void {
  folder.rename(stagingFolder, stagedFolder)
  finishFounding(folder)
}

/** Brings a founding to its end, or clears away one that never got to its decisive moment. Does nothing otherwise. */
export function finishFounding(folder: InstallationFolder): void {
  for (const name of folder.list(stagedFolder)) folder.rename(`${stagedFolder}/${name}`, name)
  if (folder.has(stagedFolder)) folder.remove(stagedFolder)
  if (folder.has(stagingFolder)) folder.remove(stagingFolder)
}
