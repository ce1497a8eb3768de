import path from 'node:path'

/** The window's only origin. A scheme of our own is reachable from nowhere else and needs no server. */
export const appScheme = 'app'
export const appHost = 'nexum'
export const appOrigin = `${appScheme}://${appHost}`

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
}

/** A letter, a digit or `_` first: this alone leaves no `..`, no hidden file, no drive, no share and no NUL. */
const plainName = /^[A-Za-z0-9_][A-Za-z0-9_.@-]*$/

export interface AppFile {
  readonly path: string
  readonly mediaType: string
}

/** The file below `folder` that an address of the application names, or null when it names anything else. */
export function appFile(folder: string, address: string): AppFile | null {
  const names = pathNames(address)
  if (names === null || !names.every(name => plainName.test(name))) return null
  const file = path.join(folder, ...names)
  const mediaType = mediaTypes[path.extname(file)]
  return mediaType !== undefined && isBelow(folder, file) ? { path: file, mediaType } : null
}

function pathNames(address: string): string[] | null {
  const url = parsed(address)
  if (url === null || originOf(url) !== appOrigin) return null
  try {
    return decodeURIComponent(url.pathname).slice(1).split('/')
  } catch {
    return null
  }
}

/** The second wall: whatever the names are made of, the result lies below the folder. */
function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file)
  return way !== '' && !path.isAbsolute(way) && way.split(path.sep)[0] !== '..'
}

/** Node gives schemes that it does not know the origin `null`; Chromium gives ours the one that is meant here. */
export const originOf = (url: URL): string => `${url.protocol}//${url.host}`

export function isOfOrigin(address: string, origin: string): boolean {
  const url = parsed(address)
  return url !== null && url.username === '' && url.password === '' && originOf(url) === origin
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
