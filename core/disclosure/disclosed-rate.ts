/** Which yearly rate a borrower is told first: by the actuarial method of the United States, or by the European one, compounded. */
export type DisclosedRate = 'apr' | 'aprc'

/** The law of the United States asks for its own; elsewhere the one that is compounded is told, as in Europe. Rule: D26. */
export const disclosedRateIn = (country: string): DisclosedRate => (country === 'US' ? 'apr' : 'aprc')
