import type { LoanPaperLabels } from './loan-paper-labels.ts'

const units = { days: 'day', weeks: 'week', 'half-months': 'half-month', months: 'month' } as const
const days = (count: number, written: string): string => (count === 1 ? 'a day' : `${written} days`)

export const englishLoanLabels: LoanPaperLabels = {
  titles: {
    'key-facts': 'Key facts of your loan',
    agreement: 'Loan agreement',
    voucher: 'Disbursement voucher',
    statement: 'Loan statement',
    payoff: 'What settles your loan',
    discharge: 'Letter of discharge',
  },
  loan: number => `Loan ${number}`,
  terms: {
    lent: 'Amount of the loan',
    inHand: 'You get in hand',
    toPay: 'You pay back in all',
    rate: { apr: 'Annual percentage rate (APR)', aprc: 'Annual percentage rate of charge (APRC)' },
    rateAbout: {
      apr: 'The APR is what the loan costs a year with all its fees, as the law of the United States counts it (Regulation Z, appendix J, actuarial method). It is told first where that law holds. Compare it with the APR of other loans.',
      aprc: 'The APRC is what the loan costs a year with all its fees, compounded, as the law of the European Union counts it. It is told first wherever no law asks for another rate. Compare it with the APRC of other loans.',
    },
    otherRate: { apr: 'The same by the American rule (APR)', aprc: 'The same by the European rule (APRC)' },
    noRate: 'No yearly rate fits these payments',
    compounded: 'The APR compounded (effective rate)',
    percent: percent => `${percent} %`,
    yearly: percent => `${percent} % a year`,
    nominal: 'Interest',
    method: { declining: 'on what is still owed', flat: 'on the whole loan, to the end (flat)' },
    installments: 'Installments',
    counted: (count, every) => `${count}, ${every}`,
    one: 'One',
    every: (unit, count, written) => {
      if (unit === 'half-months' && count === 1) return 'twice a month'
      return count === 1 ? `every ${units[unit]}` : `every ${written} ${units[unit]}s`
    },
    each: 'Each installment',
    paidOutOn: 'Paid out',
    firstDue: 'First installment',
    lastDue: 'Last installment',
    costs: 'What the loan costs',
    cost: 'Cost',
    when: 'When it is paid',
    interest: 'Interest',
    whenInterest: 'In the installments',
    whenCharged: (when, date) => {
      if (when === 'disbursement-paid') return 'Before you get the money'
      if (when === 'disbursement-deducted') return 'Kept back from the loan'
      return when === 'on-day' ? `On ${date}` : 'With each installment'
    },
    costInAll: 'Cost in all',
    savingsHeld: percent =>
      `${percent} % of the loan stays held on the borrower’s own savings until the loan is settled.`,
    late: 'If you pay late',
    lateFee: (fee, graceDays, written) =>
      graceDays === 0
        ? `An installment that is not paid on its day costs ${fee} more.`
        : `An installment that is still not paid ${days(graceDays, written)} after its day costs ${fee} more.`,
    lateFeePercent: (percent, graceDays, written) =>
      graceDays === 0
        ? `An installment that is not paid on its day costs ${percent} % of what is overdue of it more.`
        : `An installment that is still not paid ${days(graceDays, written)} after its day costs ${percent} % of what is overdue of it more.`,
    lateInterest: (percent, on, graceDays, written) =>
      `${on === 'principal' ? 'Overdue principal' : 'What is overdue'} costs ${percent} % a year besides, for every day since it was due${graceDays === 0 ? '' : `, once ${graceDays === 1 ? 'a day' : `${written} days`} of grace are over`}.`,
    lateNothing: 'No fee is charged for paying late.',
    lateInterestGoesOn: 'Interest goes on for each day on what you still owe.',
    early: 'If you pay early',
    earlyRefused: 'Nothing is taken before its day.',
    earlyAllowed: 'You may pay a part or all of it before its day.',
    earlyAfter: date => `You may pay a part or all of it before its day from ${date} on.`,
    earlyPenalty: percent => `It costs ${percent} % of what you pay early.`,
    earlyFree: 'It costs nothing.',
    earlyInterestToTheDay: 'Interest is then counted to the day of your payment only.',
    earlyInterestStands: 'The interest of the schedule is owed all the same.',
    schedule: 'Your payments',
    columns: {
      number: 'No.',
      dueOn: 'Due on',
      principal: 'Principal',
      interest: 'Interest',
      fees: 'Fees',
      total: 'To pay',
      left: 'Still owed',
    },
    inAll: 'In all',
    comma: ', ',
    planned:
      'If the loan is paid out on another day, the days of the payments follow from that day, and you get a new schedule.',
  },
  keyFacts: {
    rights: 'Your rights',
    rightsOf: [
      'You may take this sheet with you and compare it with other offers. Nothing binds you before you sign the agreement.',
      'Nothing may be charged that is not on this sheet, unless you agree to it.',
      'You get a receipt for every payment. You may ask at any time what you still owe and what settles the loan.',
      'If something is not right, tell the branch. Nobody may treat you worse because you complained.',
    ],
    received: 'This sheet was explained to me in a language that I understand, before I signed anything.',
  },
  agreement: {
    between: 'Between',
    lender: 'Lender',
    address: 'Address',
    loan: { title: 'The loan.', text: (lent, words) => `The lender lends the borrower ${lent} (${words}).` },
    payingOut: {
      title: 'Paying out.',
      inFull: date => `The loan is to be paid out on ${date}, in full.`,
      lessFees: (date, received, words, keptBack) =>
        `The loan is to be paid out on ${date}. The borrower gets ${received} (${words}) in hand; ${keptBack} is kept back for fees named below.`,
    },
    payingBack: {
      title: 'Paying back.',
      once: (on, toPay) => `The borrower pays back ${toPay} on ${on}, at once.`,
      text: (counted, first, last, toPay) =>
        `The borrower pays the loan back in installments (${counted}), the first on ${first}, the last on ${last}, ${toPay} in all, as the schedule says. The schedule is part of this agreement.`,
    },
    interest: {
      title: 'Interest.',
      text: (percent, method) => `Interest is ${percent}, ${method}.`,
      withFees: (percent, rate) => `With all fees the loan costs ${percent}: ${rate}.`,
    },
    fees: {
      title: 'Fees.',
      none: 'Nothing is charged but interest.',
      one: (name, amount, when) => `${name}: ${amount} (${when}).`,
    },
    order: {
      title: 'What a payment pays.',
      text: parts => `A payment pays what is overdue first, in this order: ${parts}.`,
      parts: { penalties: 'penalties', fees: 'fees', interest: 'interest', principal: 'principal' },
    },
    security: {
      title: 'Security.',
      group: (name, members) =>
        `The members of the group ${name} are liable together for the loans of the group: ${members}.`,
      guarantor: (name, number, covers) => `${name} (${number}) stands for ${covers} of the loan.`,
      held: account => `That much stays held on account ${account} until the loan is settled.`,
      pledged: (thing, owner, value) => `${thing}, of ${owner}, worth ${value}, is pledged until the loan is settled.`,
    },
    change: {
      title: 'No change.',
      text: 'Neither the rate nor the fees change while the loan runs, unless both sides agree to it in writing.',
    },
    copies: {
      title: 'Copies.',
      text: 'Each side keeps a signed copy. The borrower got the key facts of the loan before signing.',
    },
  },
  voucher: {
    columns: {
      on: 'On',
      way: 'How',
      receipt: 'Receipt',
      paidOut: 'Paid out',
      keptBack: 'Kept back',
      handedOut: 'Handed out',
    },
    inCash: 'In cash',
    toAccount: number => `To account ${number}`,
    approvedBy: 'Approved by',
    received: (amount, words) => `Received: ${amount} (${words}).`,
  },
  statement: {
    stands: 'How the loan stands',
    overpaid: 'Overpaid',
    overdue: 'Overdue',
    daysLate: (count, written) => (count === 1 ? 'one day late' : `${written} days late`),
    settles: 'Settles it today',
    history: 'What happened',
    charges: 'Fees and penalties',
    toCome: 'Still to pay',
    nothingToCome: 'Nothing is to be paid any more.',
  },
  payoff: {
    about: loan => `Whoever pays just the amount of a day on that day owes nothing more on loan ${loan}.`,
    until: date =>
      `This holds until ${date}, if nothing else happens on the loan before: another payment, a charge or a change makes these amounts others.`,
    day: 'If paid on',
    charges: 'Fees and penalties',
    inCash: 'Paid in cash',
  },
  discharge: {
    about: (lent, words, paidOutOn, settledOn) =>
      `The loan of ${lent} (${words}) that was paid out on ${paidOutOn} was repaid in full by ${settledOn}.`,
    nothingOwed: (client, loan) => `${client} owes nothing more on loan ${loan}.`,
    security: 'Whoever stood for it is free of it, and what was pledged for it is free again.',
    overpaid: amount => `${amount} was paid beyond what was owed, and is to be given back.`,
  },
  signatures: {
    borrower: 'Borrower',
    lender: 'For the lender',
    witness: 'Witness',
    guarantor: 'Guarantor',
    paidBy: 'Paid out by',
    approvedBy: 'Approved by',
    receivedBy: 'Received by',
  },
}
