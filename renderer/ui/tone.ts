/** What a mark means, not what colour it has. */
export type Tone = 'neutral' | 'accent' | 'waiting' | 'wrong' | 'right'
