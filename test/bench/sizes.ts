const factors = { '': 1, k: 1_000, M: 1_000_000 } as const

/** `10k,100k,1M` as numbers of records, the smallest first. */
export function sizesOf(text: string): readonly number[] {
  const sizes = text.split(',').map(one => {
    const [, number, factor = ''] = /^(\d+)(k|M)?$/.exec(one.trim()) ?? []
    if (number === undefined || !(factor === '' || factor === 'k' || factor === 'M'))
      throw new Error(`not a number of records: ${one}`)
    return Number(number) * factors[factor]
  })
  return sizes.sort((a, b) => a - b)
}
