const families = [
  'Inter Variable',
  'Noto Sans Arabic Variable',
  'Noto Sans Devanagari Variable',
  'Noto Sans Ethiopic Variable',
]

/**
 * Loads the parts of our fonts that the page's letters need. Asked for by name, because a hidden window paints no frame
 * that would make the browser notice that it needs them.
 */
export async function loadFonts(page: Document): Promise<void> {
  const letters = page.body.textContent
  await Promise.all(families.map(family => page.fonts.load(`16px "${family}"`, letters)))
  await page.fonts.ready
}
