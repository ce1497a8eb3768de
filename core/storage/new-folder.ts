import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { ok, type Result, refuse } from '../result.ts'
import { flushFolder } from './installation-folder.ts'

export type NoFolder = 'not-a-folder' | 'network-folder'

/** `\\host\share`, also in slashes: written to, it would carry off what is in it over the network, past the window's walls. */
const isOnNetwork = (folder: string): boolean => /^[\\/]{2}/.test(folder)

/**
 * Makes `PREFIX-20260302070000` in a folder that exists, such as a memory stick's, under a name that is free; returns its path. Refuses
 * anything but an absolute path to a folder, and one on the network before it is looked at. Rule: A69.
 */
export function makeNewFolder(parent: string, prefix: string, now: string): Result<string, NoFolder> {
  if (isOnNetwork(parent)) return refuse('network-folder')
  if (!path.isAbsolute(parent) || parent.includes('\0')) return refuse('not-a-folder')
  if (!statSync(parent, { throwIfNoEntry: false })?.isDirectory()) return refuse('not-a-folder')
  const folder = freeName(path.join(parent, `${prefix}-${now.replace(/\D/g, '').slice(0, 14)}`))
  mkdirSync(folder, { mode: 0o700 })
  flushFolder(parent)
  return ok(folder)
}

function freeName(wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`
    if (!existsSync(name)) return name
  }
}
