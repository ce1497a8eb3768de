const nextFrame = (): Promise<void> => new Promise(resolve => requestAnimationFrame(() => resolve()))

/** Resolves when the paper is laid out and every font that its letters need has been loaded and used. */
export async function whenDrawn(page: Document): Promise<void> {
  await nextFrame()
  await nextFrame()
  await page.fonts.ready
  await nextFrame()
}
