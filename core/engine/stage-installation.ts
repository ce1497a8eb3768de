import type { InstallationFolder } from '../storage/installation-folder.ts'
import { booksFile } from './installation.ts'

/** Where the files of a new installation are made. A founding begins anew after a cut, a joining goes on where it was. */
export type Stage = 'founding.part' | 'joining.part'

/** Once all its files are safe, a stage gets this name; then each file takes its place. */
const decided = 'new-installation'

/** An empty stage; what an earlier one left unfinished never belonged to an installation. */
export function clearStage(folder: InstallationFolder, stage: Stage): void {
  folder.remove(stage)
  folder.makeFolder(stage)
}

/** The one moment in which the installation comes to be: a cut before it leaves none, a cut after it is made good here. */
export function commitStage(folder: InstallationFolder, stage: Stage): void {
  folder.rename(stage, decided)
  finishStages(folder)
}

/** Brings a decided installation to its end, and clears away a founding that never got so far. Does nothing otherwise. */
export function finishStages(folder: InstallationFolder): void {
  const isDecided = folder.has(decided)
  if (folder.has(`${decided}/${booksFile}`)) removeLeftovers(folder)
  for (const name of folder.list(decided)) folder.rename(`${decided}/${name}`, name)
  if (isDecided) folder.remove(decided)
  for (const stage of isDecided ? (['founding.part', 'joining.part'] as const) : (['founding.part'] as const))
    if (folder.has(stage)) folder.remove(stage)
}

/** What SQLite may have left beside books that are replaced must never be taken for a part of the new ones. */
function removeLeftovers(folder: InstallationFolder): void {
  for (const tail of ['-wal', '-shm', '-journal']) if (folder.has(booksFile + tail)) folder.remove(booksFile + tail)
}
