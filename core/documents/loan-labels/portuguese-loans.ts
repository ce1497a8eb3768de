import type { LoanPaperLabels } from './loan-paper-labels.ts'

const units = { days: 'dias', weeks: 'semanas', 'half-months': 'meios meses', months: 'meses' } as const
const single = {
  days: 'todos os dias',
  weeks: 'todas as semanas',
  'half-months': 'duas vezes por mês',
  months: 'todos os meses',
} as const
const after = (days: number, written: string): string =>
  days === 0 ? 'no seu dia' : days === 1 ? 'um dia depois da sua data' : `${written} dias depois da sua data`

export const portugueseLoanLabels: LoanPaperLabels = {
  titles: {
    'key-facts': 'O essencial do seu empréstimo',
    agreement: 'Contrato de empréstimo',
    voucher: 'Comprovativo de desembolso',
    statement: 'Extrato do empréstimo',
    payoff: 'Com quanto se salda o seu empréstimo',
    discharge: 'Carta de quitação',
  },
  loan: number => `Empréstimo ${number}`,
  terms: {
    lent: 'Montante do empréstimo',
    inHand: 'Recebe em mão',
    toPay: 'Devolve ao todo',
    rate: { apr: 'Taxa percentual anual (APR)', aprc: 'Taxa anual de encargos efetiva global (TAEG)' },
    rateAbout: {
      apr: 'A APR é o que o empréstimo custa por ano com todos os encargos, segundo a lei dos Estados Unidos (Regulation Z, apêndice J, método atuarial). É indicada primeiro onde essa lei vigora. Compare-a com a APR de outros empréstimos.',
      aprc: 'A TAEG é o que o empréstimo custa por ano com todos os encargos, com juros compostos, segundo a regra da União Europeia. É indicada primeiro onde nenhuma lei pede outra taxa. Compare-a com a TAEG de outros empréstimos.',
    },
    otherRate: { apr: 'O mesmo pela regra americana (APR)', aprc: 'O mesmo pela regra europeia (TAEG)' },
    noRate: 'Nenhuma taxa anual corresponde a estes pagamentos',
    compounded: 'A APR composta (taxa efetiva)',
    percent: percent => `${percent} %`,
    yearly: percent => `${percent} % ao ano`,
    nominal: 'Juros',
    method: { declining: 'sobre o que ainda se deve', flat: 'sobre todo o empréstimo, até ao fim (taxa fixa)' },
    installments: 'Prestações',
    counted: (count, every) => `${count}, ${every}`,
    one: 'Uma só',
    every: (unit, count, written) => (count === 1 ? single[unit] : `a cada ${written} ${units[unit]}`),
    each: 'Cada prestação',
    paidOutOn: 'Entrega do empréstimo',
    firstDue: 'Primeira prestação',
    lastDue: 'Última prestação',
    costs: 'O que o empréstimo custa',
    cost: 'Custo',
    when: 'Quando se paga',
    interest: 'Juros',
    whenInterest: 'Nas prestações',
    whenCharged: (when, date) => {
      if (when === 'disbursement-paid') return 'Antes de receber o dinheiro'
      if (when === 'disbursement-deducted') return 'Retido do empréstimo'
      return when === 'on-day' ? `Em ${date}` : 'Com cada prestação'
    },
    costInAll: 'Custo total',
    savingsHeld: percent =>
      `${percent} % do empréstimo ficam cativos na poupança do mutuário até o empréstimo estar saldado.`,
    late: 'Se pagar com atraso',
    lateFee: (fee, graceDays, written) =>
      `Uma prestação que não esteja paga ${after(graceDays, written)} custa mais ${fee}.`,
    lateFeePercent: (percent, graceDays, written) =>
      `Uma prestação que não esteja paga ${after(graceDays, written)} custa mais ${percent} % do que dela estiver em atraso.`,
    lateInterest: (percent, on, graceDays, written) =>
      `${on === 'principal' ? 'O capital em atraso' : 'O que está em atraso'} custa além disso ${percent} % ao ano, por cada dia desde a sua data${graceDays === 0 ? '' : `, passado o prazo de tolerância (${written} d)`}.`,
    lateNothing: 'Não se cobra nada por pagar com atraso.',
    lateInterestGoesOn: 'Os juros continuam em cada dia sobre o que ainda deve.',
    early: 'Se pagar antes',
    earlyRefused: 'Nada é aceite antes do seu dia.',
    earlyAllowed: 'Pode pagar uma parte ou tudo antes do seu dia.',
    earlyAfter: date => `Pode pagar uma parte ou tudo antes do seu dia a partir de ${date}.`,
    earlyPenalty: percent => `Custa ${percent} % do que pagar antes.`,
    earlyFree: 'Não custa nada.',
    earlyInterestToTheDay: 'Os juros contam-se então só até ao dia do seu pagamento.',
    earlyInterestStands: 'Os juros do plano são devidos na mesma.',
    schedule: 'Os seus pagamentos',
    columns: {
      number: 'N.º',
      dueOn: 'Vence em',
      principal: 'Capital',
      interest: 'Juros',
      fees: 'Encargos',
      total: 'A pagar',
      left: 'Ainda deve',
    },
    inAll: 'Ao todo',
    comma: ', ',
    planned:
      'Se o empréstimo for entregue noutro dia, as datas dos pagamentos contam-se a partir desse dia e recebe um plano novo.',
  },
  keyFacts: {
    rights: 'Os seus direitos',
    rightsOf: [
      'Pode levar esta folha e compará-la com outras ofertas. Nada o obriga antes de assinar o contrato.',
      'Não lhe pode ser cobrado nada que não esteja nesta folha, a não ser que aceite.',
      'Recebe um recibo por cada pagamento. Pode perguntar a qualquer momento quanto ainda deve e com quanto se salda o empréstimo.',
      'Se algo não estiver certo, diga-o na agência. Ninguém o pode tratar pior por ter reclamado.',
    ],
    received: 'Esta folha foi-me explicada numa língua que entendo, antes de eu assinar fosse o que fosse.',
  },
  agreement: {
    between: 'Entre',
    lender: 'Mutuante',
    address: 'Morada',
    loan: { title: 'O empréstimo.', text: (lent, words) => `O mutuante empresta ao mutuário ${lent} (${words}).` },
    payingOut: {
      title: 'Entrega.',
      inFull: date => `O empréstimo será entregue em ${date}, por inteiro.`,
      lessFees: (date, received, words, keptBack) =>
        `O empréstimo será entregue em ${date}. O mutuário recebe em mão ${received} (${words}); ${keptBack} ficam retidos por encargos indicados abaixo.`,
    },
    payingBack: {
      title: 'Devolução.',
      once: (on, toPay) => `O mutuário devolve ${toPay} em ${on}, de uma vez.`,
      text: (counted, first, last, toPay) =>
        `O mutuário devolve o empréstimo em prestações (${counted}), a primeira em ${first}, a última em ${last}, ${toPay} ao todo, segundo o plano. O plano faz parte deste contrato.`,
    },
    interest: {
      title: 'Juros.',
      text: (percent, method) => `Os juros são de ${percent}, ${method}.`,
      withFees: (percent, rate) => `Com todos os encargos, o empréstimo custa ${percent}: ${rate}.`,
    },
    fees: {
      title: 'Encargos.',
      none: 'Nada é cobrado além dos juros.',
      one: (name, amount, when) => `${name}: ${amount} (${when}).`,
    },
    order: {
      title: 'O que paga um pagamento.',
      text: parts => `Um pagamento cobre primeiro o que está em atraso, por esta ordem: ${parts}.`,
      parts: { penalties: 'penalidades', fees: 'encargos', interest: 'juros', principal: 'capital' },
    },
    security: {
      title: 'Garantias.',
      group: (name, members) => `Os membros do grupo ${name} respondem juntos pelos empréstimos do grupo: ${members}.`,
      guarantor: (name, number, covers) => `${name} (${number}) responde por ${covers} do empréstimo.`,
      held: account => `Esse montante fica cativo na conta ${account} até o empréstimo estar saldado.`,
      pledged: (thing, owner, value) =>
        `Fica em penhor até o empréstimo estar saldado: ${thing}, de ${owner}, no valor de ${value}.`,
    },
    change: {
      title: 'Sem alterações.',
      text: 'Nem a taxa nem os encargos mudam enquanto o empréstimo durar, a não ser que ambas as partes o acordem por escrito.',
    },
    copies: {
      title: 'Exemplares.',
      text: 'Cada parte guarda um exemplar assinado. O mutuário recebeu o essencial do empréstimo antes de assinar.',
    },
  },
  voucher: {
    columns: {
      on: 'Em',
      way: 'Como',
      receipt: 'Recibo',
      paidOut: 'Desembolsado',
      keptBack: 'Retido',
      handedOut: 'Entregue',
    },
    inCash: 'Em numerário',
    toAccount: number => `Na conta ${number}`,
    approvedBy: 'Aprovado por',
    received: (amount, words) => `Recebido: ${amount} (${words}).`,
  },
  statement: {
    stands: 'Como está o empréstimo',
    overpaid: 'Pago a mais',
    overdue: 'Em atraso',
    daysLate: (count, written) => (count === 1 ? 'um dia de atraso' : `${written} dias de atraso`),
    settles: 'Salda-se hoje com',
    history: 'O que aconteceu',
    charges: 'Encargos e penalidades',
    toCome: 'Ainda por pagar',
    nothingToCome: 'Já não há nada a pagar.',
  },
  payoff: {
    about: loan => `Quem pagar exatamente o montante de um dia, nesse dia, nada mais deve do empréstimo ${loan}.`,
    until: date =>
      `Vale até ${date}, se antes nada mais acontecer no empréstimo: outro pagamento, um encargo ou uma alteração mudam estes montantes.`,
    day: 'Se pago em',
    charges: 'Encargos e penalidades',
    inCash: 'Pago em numerário',
  },
  discharge: {
    about: (lent, words, paidOutOn, settledOn) =>
      `O empréstimo de ${lent} (${words}), entregue em ${paidOutOn}, ficou inteiramente pago em ${settledOn}.`,
    nothingOwed: (client, loan) => `${client} nada mais deve do empréstimo ${loan}.`,
    security: 'Quem respondia por ele fica livre, e o que estava em penhor volta a estar livre.',
    overpaid: amount => `Foram pagos ${amount} a mais, que devem ser devolvidos.`,
  },
  signatures: {
    borrower: 'Mutuário',
    lender: 'Pelo mutuante',
    witness: 'Testemunha',
    guarantor: 'Fiador',
    paidBy: 'Desembolsado por',
    approvedBy: 'Aprovado por',
    receivedBy: 'Recebido por',
  },
}
