import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..', '..')

/** The names of folders, and the ends of files' names, that are made and not written: the lines of `.gitignore`. */
const leftOut = fs.readFileSync(path.join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean)
const folders = new Set(['.git', ...leftOut.filter(line => line.endsWith('/')).map(line => line.slice(0, -1))])
const ends = leftOut.filter(line => line.startsWith('*')).map(line => line.slice(1))

/**
 * Every file of the project that somebody wrote, by its path from the top. Read from the disk and not from the version
 * control, which a newcomer with an archive of the sources need not have.
 */
export function projectFiles(folder = ''): readonly string[] {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const name = path.posix.join(folder, entry.name)
    if (folders.has(entry.name) || ends.some(end => name.endsWith(end))) return []
    return entry.isDirectory() ? projectFiles(name) : [name]
  })
}
