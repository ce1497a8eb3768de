import type { LoanPaperLabels } from './loan-paper-labels.ts'

const units = { days: 'siku', weeks: 'wiki', 'half-months': 'nusu mwezi', months: 'miezi' } as const
const single = {
  days: 'kila siku',
  weeks: 'kila wiki',
  'half-months': 'mara mbili kwa mwezi',
  months: 'kila mwezi',
} as const
const after = (days: number, written: string): string =>
  days === 0 ? 'siku yake' : `siku ${written} baada ya tarehe yake`

export const swahiliLoanLabels: LoanPaperLabels = {
  titles: {
    'key-facts': 'Mambo muhimu ya mkopo wako',
    agreement: 'Mkataba wa mkopo',
    voucher: 'Hati ya kutoa mkopo',
    statement: 'Taarifa ya mkopo',
    payoff: 'Kiasi kinachomaliza mkopo wako',
    discharge: 'Barua ya kumaliza mkopo',
  },
  loan: number => `Mkopo ${number}`,
  terms: {
    lent: 'Kiasi cha mkopo',
    inHand: 'Unapokea mkononi',
    toPay: 'Unarudisha kwa jumla',
    rate: { apr: 'Asilimia ya gharama kwa mwaka (APR)', aprc: 'Asilimia ya gharama zote kwa mwaka (APRC)' },
    rateAbout: {
      apr: 'APR ni gharama ya mkopo kwa mwaka pamoja na ada zake zote, kama sheria ya Marekani inavyohesabu (Regulation Z, kiambatisho J). Inatajwa kwanza pale sheria hiyo inapotumika. Ilinganishe na APR ya mikopo mingine.',
      aprc: 'APRC ni gharama ya mkopo kwa mwaka pamoja na ada zake zote, riba juu ya riba, kama kanuni ya Umoja wa Ulaya inavyohesabu. Inatajwa kwanza pale ambapo hakuna sheria inayotaka kiwango kingine. Ilinganishe na APRC ya mikopo mingine.',
    },
    otherRate: { apr: 'Hiyo hiyo kwa kanuni ya Marekani (APR)', aprc: 'Hiyo hiyo kwa kanuni ya Ulaya (APRC)' },
    noRate: 'Hakuna kiwango cha mwaka kinachofaa malipo haya',
    compounded: 'APR pamoja na riba juu ya riba (kiwango halisi)',
    percent: percent => `${percent} %`,
    yearly: percent => `${percent} % kwa mwaka`,
    nominal: 'Riba',
    method: { declining: 'juu ya kinachodaiwa bado', flat: 'juu ya mkopo wote hadi mwisho (riba bapa)' },
    installments: 'Marejesho',
    counted: (count, every) => `${count}, ${every}`,
    one: 'Moja tu',
    every: (unit, count, written) => (count === 1 ? single[unit] : `kila ${units[unit]} ${written}`),
    each: 'Kila rejesho',
    paidOutOn: 'Mkopo unatolewa',
    firstDue: 'Rejesho la kwanza',
    lastDue: 'Rejesho la mwisho',
    costs: 'Gharama za mkopo',
    cost: 'Gharama',
    when: 'Inalipwa lini',
    interest: 'Riba',
    whenInterest: 'Ndani ya marejesho',
    whenCharged: (when, date) => {
      if (when === 'disbursement-paid') return 'Kabla ya kupokea pesa'
      if (when === 'disbursement-deducted') return 'Inakatwa kwenye mkopo'
      return when === 'on-day' ? `Tarehe ${date}` : 'Pamoja na kila rejesho'
    },
    costInAll: 'Gharama kwa jumla',
    savingsHeld: percent => `${percent} % ya mkopo inazuiwa kwenye akiba ya mkopaji hadi mkopo umalizike.`,
    late: 'Ukichelewa kulipa',
    lateFee: (fee, graceDays, written) => `Rejesho lisilolipwa ${after(graceDays, written)} linagharimu ${fee} zaidi.`,
    lateFeePercent: (percent, graceDays, written) =>
      `Rejesho lisilolipwa ${after(graceDays, written)} linagharimu zaidi ${percent} % ya kilichochelewa.`,
    lateInterest: (percent, on, graceDays, written) =>
      `${on === 'principal' ? 'Kiasi cha mkopo kilichochelewa' : 'Kilichochelewa'} kinagharimu pia ${percent} % kwa mwaka, kwa kila siku tangu tarehe yake${graceDays === 0 ? '' : `, muda wa msamaha (siku ${written}) ukipita`}.`,
    lateNothing: 'Hakuna ada inayotozwa kwa kuchelewa kulipa.',
    lateInterestGoesOn: 'Riba inaendelea kila siku juu ya unachodaiwa bado.',
    early: 'Ukilipa mapema',
    earlyRefused: 'Hakuna kinachopokelewa kabla ya siku yake.',
    earlyAllowed: 'Unaweza kulipa sehemu au yote kabla ya siku yake.',
    earlyAfter: date => `Unaweza kulipa sehemu au yote kabla ya siku yake kuanzia ${date}.`,
    earlyPenalty: percent => `Inagharimu ${percent} % ya unacholipa mapema.`,
    earlyFree: 'Haigharimu chochote.',
    earlyInterestToTheDay: 'Hapo riba inahesabiwa hadi siku ya malipo yako tu.',
    earlyInterestStands: 'Riba iliyo kwenye ratiba inadaiwa vilevile.',
    schedule: 'Malipo yako',
    columns: {
      number: 'Na.',
      dueOn: 'Tarehe',
      principal: 'Kiasi cha mkopo',
      interest: 'Riba',
      fees: 'Ada',
      total: 'Ya kulipa',
      left: 'Linalobaki',
    },
    inAll: 'Jumla',
    comma: ', ',
    planned:
      'Mkopo ukitolewa siku nyingine, tarehe za malipo zinahesabiwa kuanzia siku hiyo, nawe unapata ratiba mpya.',
  },
  keyFacts: {
    rights: 'Haki zako',
    rightsOf: [
      'Unaweza kuondoka na karatasi hii na kuilinganisha na mikopo mingine. Hakuna kinachokufunga kabla ya kusaini mkataba.',
      'Hutatozwa chochote kisichokuwa kwenye karatasi hii, isipokuwa ukikubali.',
      'Unapata risiti kwa kila malipo. Unaweza kuuliza wakati wowote bado unadaiwa kiasi gani, na kiasi gani kinamaliza mkopo.',
      'Kama kuna kosa, liambie tawi. Hakuna anayeruhusiwa kukutendea vibaya kwa sababu ulilalamika.',
    ],
    received: 'Nimeelezwa karatasi hii kwa lugha ninayoielewa, kabla ya kusaini chochote.',
  },
  agreement: {
    between: 'Kati ya',
    lender: 'Mkopeshaji',
    address: 'Anwani',
    loan: { title: 'Mkopo.', text: (lent, words) => `Mkopeshaji anamkopesha mkopaji ${lent} (${words}).` },
    payingOut: {
      title: 'Kutolewa kwa mkopo.',
      inFull: date => `Mkopo utatolewa tarehe ${date}, wote.`,
      lessFees: (date, received, words, keptBack) =>
        `Mkopo utatolewa tarehe ${date}. Mkopaji anapokea mkononi ${received} (${words}); ${keptBack} zinakatwa kwa ada zilizotajwa hapa chini.`,
    },
    payingBack: {
      title: 'Kurudisha mkopo.',
      once: (on, toPay) => `Mkopaji anarudisha ${toPay} tarehe ${on}, kwa mara moja.`,
      text: (counted, first, last, toPay) =>
        `Mkopaji anarudisha mkopo kwa marejesho (${counted}), la kwanza tarehe ${first}, la mwisho tarehe ${last}, ${toPay} kwa jumla, kama ratiba inavyosema. Ratiba ni sehemu ya mkataba huu.`,
    },
    interest: {
      title: 'Riba.',
      text: (percent, method) => `Riba ni ${percent}, ${method}.`,
      withFees: (percent, rate) => `Pamoja na ada zote mkopo unagharimu ${percent}: ${rate}.`,
    },
    fees: {
      title: 'Ada.',
      none: 'Hakuna kinachotozwa isipokuwa riba.',
      one: (name, amount, when) => `${name}: ${amount} (${when}).`,
    },
    order: {
      title: 'Malipo yanalipa nini.',
      text: parts => `Malipo hulipa kwanza kilichochelewa, kwa mpangilio huu: ${parts}.`,
      parts: { penalties: 'faini', fees: 'ada', interest: 'riba', principal: 'kiasi cha mkopo' },
    },
    security: {
      title: 'Dhamana.',
      group: (name, members) => `Wanachama wa kikundi ${name} wanawajibika pamoja kwa mikopo ya kikundi: ${members}.`,
      guarantor: (name, number, covers) => `${name} (${number}) anadhamini ${covers} ya mkopo.`,
      held: account => `Kiasi hicho kinazuiwa kwenye akaunti ${account} hadi mkopo umalizike.`,
      pledged: (thing, owner, value) =>
        `Rehani hadi mkopo umalizike: ${thing}, mali ya ${owner}, yenye thamani ya ${value}.`,
    },
    change: {
      title: 'Hakuna mabadiliko.',
      text: 'Riba na ada hazibadiliki wakati wa mkopo, isipokuwa pande zote mbili zikikubaliana kwa maandishi.',
    },
    copies: {
      title: 'Nakala.',
      text: 'Kila upande unabaki na nakala iliyosainiwa. Mkopaji alipewa mambo muhimu ya mkopo kabla ya kusaini.',
    },
  },
  voucher: {
    columns: {
      on: 'Tarehe',
      way: 'Namna',
      receipt: 'Risiti',
      paidOut: 'Mkopo',
      keptBack: 'Kilichokatwa',
      handedOut: 'Kilichotolewa',
    },
    inCash: 'Taslimu',
    toAccount: number => `Kwenye akaunti ${number}`,
    approvedBy: 'Umeidhinishwa na',
    received: (amount, words) => `Nimepokea: ${amount} (${words}).`,
  },
  statement: {
    stands: 'Hali ya mkopo',
    overpaid: 'Kilicholipwa zaidi',
    overdue: 'Kilichochelewa',
    daysLate: (_count, written) => `siku ${written} za kuchelewa`,
    settles: 'Kinachomaliza leo',
    history: 'Yaliyotokea',
    charges: 'Ada na faini',
    toCome: 'Bado ya kulipa',
    nothingToCome: 'Hakuna cha kulipa tena.',
  },
  payoff: {
    about: loan => `Anayelipa kiasi halisi cha siku, siku hiyo, hadaiwi tena chochote kwenye mkopo ${loan}.`,
    until: date =>
      `Hii ni halali hadi ${date}, kama hakuna kingine kitakachotokea kwenye mkopo kabla: malipo mengine, ada au badiliko hubadilisha viasi hivi.`,
    day: 'Ikilipwa tarehe',
    charges: 'Ada na faini',
    inCash: 'Ikilipwa taslimu',
  },
  discharge: {
    about: (lent, words, paidOutOn, settledOn) =>
      `Mkopo wa ${lent} (${words}) uliotolewa tarehe ${paidOutOn} ulilipwa wote kufikia tarehe ${settledOn}.`,
    nothingOwed: (client, loan) => `${client} hadaiwi tena chochote kwenye mkopo ${loan}.`,
    security: 'Waliodhamini wako huru, na kilichowekwa rehani kiko huru tena.',
    overpaid: amount => `${amount} zililipwa zaidi ya deni, na zinatakiwa kurudishwa.`,
  },
  signatures: {
    borrower: 'Mkopaji',
    lender: 'Kwa niaba ya mkopeshaji',
    witness: 'Shahidi',
    guarantor: 'Mdhamini',
    paidBy: 'Ametoa',
    approvedBy: 'Ameidhinisha',
    receivedBy: 'Amepokea',
  },
}
