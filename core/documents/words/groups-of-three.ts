/** The number in groups of three digits, the units first: 1234567 is `[567, 234, 1]`. */
export function groupsOfThree(whole: bigint): readonly number[] {
  const groups: number[] = []
  for (let rest = whole; rest > 0n; rest /= 1000n) groups.push(Number(rest % 1000n))
  return groups
}
