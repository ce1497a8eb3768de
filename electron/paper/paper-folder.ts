import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'

/** Saves a paper under `name.extension`, or `name-2.extension` and so on: no paper ever takes another's place. Gives its path. */
export async function saveInFolder(
  folder: string,
  name: string,
  extension: string,
  bytes: Uint8Array,
): Promise<string> {
  await mkdir(folder, { recursive: true })
  for (let attempt = 1; ; attempt++) {
    const file = path.join(folder, `${plain(name)}${attempt === 1 ? '' : `-${attempt}`}.${extension}`)
    if (await wrote(file, bytes)) return file
  }
}

/** A file name that every system takes, whatever stands in a number or a title. */
const plain = (name: string): string => name.replace(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 80) || 'paper'

async function wrote(file: string, bytes: Uint8Array): Promise<boolean> {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(bytes).finally(() => handle.close())
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
