import { type BusinessDate, businessDate } from '../../../core/calendar/business-date.ts'
import { rate } from '../../../core/money/rate.ts'
import { templateProduct } from '../../support/products.ts'
import type { FoundedBranch } from './launch-founded.ts'

const productId = 'umoja-loan'

/** In two parts, one percent for being early, soon no income and soon defaulted; where all of a group are liable for one another, for groups alone. */
function umojaLoan(validFrom: BusinessDate, isForGroups: boolean) {
  const { schedule, repayment, accounting, conditions, ...terms } = templateProduct('loan')
  return {
    ...terms,
    ...{ productId, name: 'Umoja loan', version: 1, validFrom },
    schedule: { ...schedule, tranchesMax: 2 },
    repayment: { ...repayment, prepayment: { type: 'allowed', penaltyPercent: rate('1') } },
    accounting: { ...accounting, nonAccrualAfterDays: 5, defaultAfterDays: 10 },
    conditions: isForGroups ? { ...conditions, groupLateDaysMax: 60 } : conditions,
  }
}

interface Founding {
  readonly openedOn: BusinessDate
  readonly names: readonly string[]
  readonly isForGroups?: boolean
}

/** Clients with savings, and what is lent to them, without the window; the teller is signed in afterwards. */
export async function borrowers(branch: FoundedBranch, { openedOn, names, isForGroups = false }: Founding) {
  await branch.signIn('MGR1')
  await branch.execute({ type: 'day.open', date: openedOn })
  await branch.signIn('HO1')
  await branch.execute({ type: 'product.publish', product: umojaLoan(openedOn, isForGroups) })
  await branch.signIn('TEL1')
  const clients: string[] = []
  for (const [place, givenNames] of names.entries()) clients.push(await registered(givenNames, place))

  async function registered(givenNames: string, place: number): Promise<string> {
    const client = {
      givenNames,
      sex: 'female',
      birthDate: businessDate('1988-04-17'),
      phone: `+25471234560${place}`,
      idDocument: { kind: 'national-id', number: `3011220${place}` },
    }
    const { clientId = '' } = await branch.execute({ type: 'client.register', client })
    await branch.execute({ type: 'savings.open', clientId, productId: 'passbook-savings' })
    return clientId
  }

  return {
    clients,
    productId,

    /** 40,000.00 in three installments, if nothing else is said. */
    async drafted(clientId: string | undefined, terms: object = {}): Promise<string> {
      const usual = { principalMinor: 4_000_000n, installments: 3 }
      const { loanId = '' } = await branch.execute({ type: 'loan.draft', clientId, productId, ...usual, ...terms })
      return loanId
    },

    /** Handed in, and approved by the two people besides whom the product asks for. */
    async approved(loanIds: readonly string[]): Promise<void> {
      for (const loanId of loanIds) await branch.execute({ type: 'loan.submit', loanId })
      for (const approver of ['MGR1', 'HO1']) {
        await branch.signIn(approver)
        for (const loanId of loanIds) await branch.execute({ type: 'loan.approve', loanId })
      }
      await branch.signIn('TEL1')
    },
  }
}
