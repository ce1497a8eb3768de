import type { LoanPaperLabels } from './loan-paper-labels.ts'

const units = { days: 'jours', weeks: 'semaines', 'half-months': 'demi-mois', months: 'mois' } as const
const single = {
  days: 'chaque jour',
  weeks: 'chaque semaine',
  'half-months': 'deux fois par mois',
  months: 'chaque mois',
} as const
const after = (days: number, written: string): string =>
  days === 0 ? 'à sa date' : days === 1 ? 'un jour après sa date' : `${written} jours après sa date`

export const frenchLoanLabels: LoanPaperLabels = {
  titles: {
    'key-facts': 'L’essentiel de votre prêt',
    agreement: 'Contrat de prêt',
    voucher: 'Bon de décaissement',
    statement: 'Relevé de prêt',
    payoff: 'Ce qui solde votre prêt',
    discharge: 'Quittance pour solde',
  },
  loan: number => `Prêt ${number}`,
  terms: {
    lent: 'Montant du prêt',
    inHand: 'Vous recevez',
    toPay: 'Vous rendez en tout',
    rate: { apr: 'Taux annuel en pourcentage (APR)', aprc: 'Taux annuel effectif global (TAEG)' },
    rateAbout: {
      apr: 'L’APR est ce que le prêt coûte par an avec tous ses frais, selon la loi des États-Unis (Regulation Z, annexe J, méthode actuarielle). Il est indiqué d’abord là où cette loi s’applique. Comparez-le à l’APR d’autres prêts.',
      aprc: 'Le TAEG est ce que le prêt coûte par an avec tous ses frais, intérêts composés, selon la règle de l’Union européenne. Il est indiqué d’abord là où aucune loi ne demande un autre taux. Comparez-le au TAEG d’autres prêts.',
    },
    otherRate: { apr: 'De même, selon la règle américaine (APR)', aprc: 'De même, selon la règle européenne (TAEG)' },
    noRate: 'Aucun taux annuel ne convient à ces paiements',
    compounded: 'L’APR composé (taux effectif)',
    percent: percent => `${percent} %`,
    yearly: percent => `${percent} % par an`,
    nominal: 'Intérêts',
    method: { declining: 'sur ce qui reste dû', flat: 'sur le prêt entier, jusqu’à la fin (taux forfaitaire)' },
    installments: 'Échéances',
    counted: (count, every) => `${count}, ${every}`,
    one: 'Une seule',
    every: (unit, count, written) =>
      count === 1 ? single[unit] : `${unit === 'weeks' ? 'toutes' : 'tous'} les ${written} ${units[unit]}`,
    each: 'Chaque échéance',
    paidOutOn: 'Versement du prêt',
    firstDue: 'Première échéance',
    lastDue: 'Dernière échéance',
    costs: 'Ce que coûte le prêt',
    cost: 'Coût',
    when: 'Quand il se paie',
    interest: 'Intérêts',
    whenInterest: 'Dans les échéances',
    whenCharged: (when, date) => {
      if (when === 'disbursement-paid') return 'Avant le versement'
      if (when === 'disbursement-deducted') return 'Retenu sur le prêt'
      return when === 'on-day' ? `Le ${date}` : 'Avec chaque échéance'
    },
    costInAll: 'Coût total',
    savingsHeld: percent =>
      `${percent} % du prêt restent bloqués sur l’épargne de l’emprunteur jusqu’au solde du prêt.`,
    late: 'Si vous payez en retard',
    lateFee: (fee, graceDays, written) =>
      `Une échéance qui n’est pas payée ${after(graceDays, written)} coûte ${fee} de plus.`,
    lateFeePercent: (percent, graceDays, written) =>
      `Une échéance qui n’est pas payée ${after(graceDays, written)} coûte en plus ${percent} % de ce qui en est en retard.`,
    lateInterest: (percent, on, graceDays, written) =>
      `${on === 'principal' ? 'Le capital en retard' : 'Ce qui est en retard'} coûte en plus ${percent} % par an, pour chaque jour depuis l’échéance${graceDays === 0 ? '' : `, passé un délai de grâce (${written} j)`}.`,
    lateNothing: 'Aucun frais n’est demandé pour un retard.',
    lateInterestGoesOn: 'Les intérêts courent chaque jour sur ce que vous devez encore.',
    early: 'Si vous payez en avance',
    earlyRefused: 'Rien n’est accepté avant sa date.',
    earlyAllowed: 'Vous pouvez payer une partie ou la totalité avant la date.',
    earlyAfter: date => `Vous pouvez payer une partie ou la totalité avant la date, à partir du ${date}.`,
    earlyPenalty: percent => `Cela coûte ${percent} % de ce que vous payez en avance.`,
    earlyFree: 'Cela ne coûte rien.',
    earlyInterestToTheDay: 'Les intérêts ne sont alors comptés que jusqu’au jour de votre paiement.',
    earlyInterestStands: 'Les intérêts de l’échéancier restent dus.',
    schedule: 'Vos paiements',
    columns: {
      number: 'N°',
      dueOn: 'Échéance',
      principal: 'Capital',
      interest: 'Intérêts',
      fees: 'Frais',
      total: 'À payer',
      left: 'Reste dû',
    },
    inAll: 'En tout',
    comma: ', ',
    planned:
      'Si le prêt est versé un autre jour, les dates des paiements se comptent à partir de ce jour et vous recevez un nouvel échéancier.',
  },
  keyFacts: {
    rights: 'Vos droits',
    rightsOf: [
      'Vous pouvez emporter cette feuille et la comparer à d’autres offres. Rien ne vous engage avant la signature du contrat.',
      'Rien ne peut vous être demandé qui ne figure pas sur cette feuille, sauf si vous l’acceptez.',
      'Vous recevez un reçu pour chaque paiement. Vous pouvez demander à tout moment ce que vous devez encore et ce qui solde le prêt.',
      'Si quelque chose n’est pas juste, dites-le à l’agence. Personne ne peut vous traiter moins bien pour une réclamation.',
    ],
    received: 'Cette feuille m’a été expliquée dans une langue que je comprends, avant toute signature.',
  },
  agreement: {
    between: 'Entre',
    lender: 'Prêteur',
    address: 'Adresse',
    loan: { title: 'Le prêt.', text: (lent, words) => `Le prêteur prête à l’emprunteur ${lent} (${words}).` },
    payingOut: {
      title: 'Versement.',
      inFull: date => `Le prêt doit être versé le ${date}, en totalité.`,
      lessFees: (date, received, words, keptBack) =>
        `Le prêt doit être versé le ${date}. L’emprunteur reçoit ${received} (${words}) ; ${keptBack} sont retenus pour des frais indiqués plus bas.`,
    },
    payingBack: {
      title: 'Remboursement.',
      once: (on, toPay) => `L’emprunteur rend ${toPay} le ${on}, en une fois.`,
      text: (counted, first, last, toPay) =>
        `L’emprunteur rembourse le prêt en échéances (${counted}), la première le ${first}, la dernière le ${last}, soit ${toPay} en tout, selon l’échéancier. L’échéancier fait partie de ce contrat.`,
    },
    interest: {
      title: 'Intérêts.',
      text: (percent, method) => `Les intérêts sont de ${percent}, ${method}.`,
      withFees: (percent, rate) => `Avec tous les frais, le prêt coûte ${percent} : ${rate}.`,
    },
    fees: {
      title: 'Frais.',
      none: 'Rien n’est demandé en dehors des intérêts.',
      one: (name, amount, when) => `${name} : ${amount} (${when}).`,
    },
    order: {
      title: 'Ce que paie un versement.',
      text: parts => `Un versement paie d’abord ce qui est en retard, dans cet ordre : ${parts}.`,
      parts: { penalties: 'pénalités', fees: 'frais', interest: 'intérêts', principal: 'capital' },
    },
    security: {
      title: 'Garanties.',
      group: (name, members) => `Les membres du groupe ${name} répondent ensemble des prêts du groupe : ${members}.`,
      guarantor: (name, number, covers) => `${name} (${number}) se porte garant de ${covers} du prêt.`,
      held: account => `Ce montant reste bloqué sur le compte ${account} jusqu’au solde du prêt.`,
      pledged: (thing, owner, value) =>
        `Est mis en gage jusqu’au solde du prêt : ${thing}, appartenant à ${owner}, d’une valeur de ${value}.`,
    },
    change: {
      title: 'Aucun changement.',
      text: 'Ni le taux ni les frais ne changent pendant la durée du prêt, sauf accord écrit des deux parties.',
    },
    copies: {
      title: 'Exemplaires.',
      text: 'Chaque partie garde un exemplaire signé. L’emprunteur a reçu l’essentiel du prêt avant de signer.',
    },
  },
  voucher: {
    columns: { on: 'Le', way: 'Comment', receipt: 'Reçu', paidOut: 'Décaissé', keptBack: 'Retenu', handedOut: 'Remis' },
    inCash: 'En espèces',
    toAccount: number => `Sur le compte ${number}`,
    approvedBy: 'Approuvé par',
    received: (amount, words) => `Reçu : ${amount} (${words}).`,
  },
  statement: {
    stands: 'Où en est le prêt',
    overpaid: 'Payé en trop',
    overdue: 'En retard',
    daysLate: (count, written) => (count === 1 ? 'un jour de retard' : `${written} jours de retard`),
    settles: 'Le solde aujourd’hui',
    history: 'Ce qui s’est passé',
    charges: 'Frais et pénalités',
    toCome: 'Reste à payer',
    nothingToCome: 'Il n’y a plus rien à payer.',
  },
  payoff: {
    about: loan => `Qui paie exactement le montant d’un jour, ce jour-là, ne doit plus rien sur le prêt ${loan}.`,
    until: date =>
      `Cela vaut jusqu’au ${date}, si rien d’autre n’arrive au prêt avant : un autre paiement, des frais ou un changement modifient ces montants.`,
    day: 'Si payé le',
    charges: 'Frais et pénalités',
    inCash: 'Payé en espèces',
  },
  discharge: {
    about: (lent, words, paidOutOn, settledOn) =>
      `Le prêt de ${lent} (${words}), versé le ${paidOutOn}, a été entièrement remboursé au ${settledOn}.`,
    nothingOwed: (client, loan) => `${client} ne doit plus rien sur le prêt ${loan}.`,
    security: 'Les garants en sont libérés, et ce qui était en gage est libre de nouveau.',
    overpaid: amount => `${amount} ont été payés en trop et doivent être rendus.`,
  },
  signatures: {
    borrower: 'Emprunteur',
    lender: 'Pour le prêteur',
    witness: 'Témoin',
    guarantor: 'Garant',
    paidBy: 'Décaissé par',
    approvedBy: 'Approuvé par',
    receivedBy: 'Reçu par',
  },
}
