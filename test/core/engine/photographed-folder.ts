import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { type InstallationFolder, openInstallationFolder } from '../../../core/storage/installation-folder.ts'

/** All files of an installation as a power cut at that moment leaves them, in a folder of their own. */
export interface Photo {
  /** The file that had just been written; empty for the first photo. */
  readonly after: string
  readonly directory: string
}

export interface PhotographedFolder {
  readonly folder: InstallationFolder
  /** One photo now, and one after each writing from here on. */
  readonly begin: () => void
  readonly photos: readonly Photo[]
}

/** The real folder, photographed after each of its writings. SQLite's own files are whole at that moment: nothing else runs. */
export function photographedFolder(directory: string): PhotographedFolder {
  const real = openInstallationFolder(directory)
  const photos: Photo[] = []
  let isOn = false
  return {
    photos,
    begin: () => {
      isOn = true
      photos.push({ after: '', directory: copyOf(directory) })
    },
    folder: {
      ...real,
      write: (name, bytes) => {
        real.write(name, bytes)
        if (isOn) photos.push({ after: name, directory: copyOf(directory) })
      },
    },
  }
}

/** A copy of the files of a folder, without what belongs to the process that works there. */
export function copyOf(directory: string): string {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'nexum-photo-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  for (const name of readdirSync(directory))
    if (name !== 'engine.lock' && name !== 'branch.db-shm')
      copyFileSync(path.join(directory, name), path.join(copy, name))
  return copy
}
