/** Breaks text into lines of at most `columns` letters, between words where it can, within a word where it must. */
export function wrapText(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/).flatMap(long => pieces(long, columns))) {
    const longer = line ? `${line} ${word}` : word
    if (longer.length <= columns) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

const pieces = (word: string, columns: number): readonly string[] =>
  word.length <= columns ? [word] : (word.match(new RegExp(`.{1,${columns}}`, 'gu')) ?? [])
