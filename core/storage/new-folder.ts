import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { ok, type Result, refuse } from '../result.ts'
import { flushFolder } from './installation-folder.ts'

/**
 * Makes `PREFIX-20260302070000` in a folder that exists, such as a memory stick's, under a name that is free; returns its path. Refuses
 * anything but an absolute path to a folder.
 */
export function makeNewFolder(parent: string, prefix: string, now: string): Result<string, 'not-a-folder'> {
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
