import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const dotsPerInch = '120'

/**
 * Makes a picture of a PDF's first page with Poppler, which the tests install: Chromium's own viewer would need holes in the walls.
 * False where there is no Poppler, as on most desktops; the PDF is there all the same.
 */
export async function takePaper(pdf: string, picture: string): Promise<boolean> {
  const options = ['-png', '-singlefile', '-r', dotsPerInch, pdf, picture.replace(/\.png$/, '')]
  try {
    await promisify(execFile)('pdftoppm', options)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
