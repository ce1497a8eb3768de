import type { LoanPaperLabels } from './loan-paper-labels.ts'

const units = { days: 'दिन', weeks: 'सप्ताह', 'half-months': 'अर्ध-माह', months: 'माह' } as const
const single = { days: 'हर दिन', weeks: 'हर सप्ताह', 'half-months': 'महीने में दो बार', months: 'हर माह' } as const
const after = (days: number, written: string): string =>
  days === 0 ? 'अपने दिन पर' : `अपनी तारीख के ${written} दिन बाद भी`

export const hindiLoanLabels: LoanPaperLabels = {
  titles: {
    'key-facts': 'आपके ऋण की मुख्य बातें',
    agreement: 'ऋण करार',
    voucher: 'ऋण भुगतान वाउचर',
    statement: 'ऋण विवरण',
    payoff: 'कितने से आपका ऋण पूरा चुकता होता है',
    discharge: 'ऋण-मुक्ति पत्र',
  },
  loan: number => `ऋण ${number}`,
  terms: {
    lent: 'ऋण राशि',
    inHand: 'आपके हाथ में मिलता है',
    toPay: 'आप कुल चुकाते हैं',
    rate: { apr: 'वार्षिक प्रतिशत दर (APR)', aprc: 'कुल खर्च की वार्षिक दर (APRC)' },
    rateAbout: {
      apr: 'APR बताती है कि सभी शुल्कों सहित ऋण पर साल में कितना खर्च आता है, संयुक्त राज्य अमेरिका के कानून की गणना से (Regulation Z, परिशिष्ट J)। जहाँ वह कानून लागू है वहाँ यह पहले बताई जाती है। इसकी तुलना दूसरे ऋणों की APR से करें।',
      aprc: 'APRC बताती है कि सभी शुल्कों सहित ऋण पर साल में कितना खर्च आता है, चक्रवृद्धि से, यूरोपीय संघ के नियम के अनुसार। जहाँ कानून कोई दूसरी दर नहीं माँगता वहाँ यह पहले बताई जाती है। इसकी तुलना दूसरे ऋणों की APRC से करें।',
    },
    otherRate: { apr: 'वही, अमेरिकी नियम से (APR)', aprc: 'वही, यूरोपीय नियम से (APRC)' },
    noRate: 'इन भुगतानों पर कोई वार्षिक दर नहीं बैठती',
    compounded: 'APR चक्रवृद्धि से (प्रभावी दर)',
    percent: percent => `${percent} %`,
    yearly: percent => `${percent} % प्रति वर्ष`,
    nominal: 'ब्याज',
    method: { declining: 'जो बाकी है उस पर', flat: 'अंत तक पूरे ऋण पर (फ़्लैट)' },
    installments: 'किस्तें',
    counted: (count, every) => `${count}, ${every}`,
    one: 'एक ही',
    every: (unit, count, written) => (count === 1 ? single[unit] : `हर ${written} ${units[unit]}`),
    each: 'हर किस्त',
    paidOutOn: 'ऋण दिया जाएगा',
    firstDue: 'पहली किस्त',
    lastDue: 'अंतिम किस्त',
    costs: 'ऋण का खर्च',
    cost: 'खर्च',
    when: 'कब दिया जाता है',
    interest: 'ब्याज',
    whenInterest: 'किस्तों में',
    whenCharged: (when, date) => {
      if (when === 'disbursement-paid') return 'पैसा मिलने से पहले'
      if (when === 'disbursement-deducted') return 'ऋण में से काटा जाता है'
      return when === 'on-day' ? `${date} को` : 'हर किस्त के साथ'
    },
    costInAll: 'कुल खर्च',
    savingsHeld: percent => `ऋण चुकता होने तक ऋण का ${percent} % ऋणी की अपनी बचत में रोका रहता है।`,
    late: 'अगर आप देर से चुकाएँ',
    lateFee: (fee, graceDays, written) => `जो किस्त ${after(graceDays, written)} न चुकाई जाए उस पर ${fee} और लगते हैं।`,
    lateFeePercent: (percent, graceDays, written) =>
      `जो किस्त ${after(graceDays, written)} न चुकाई जाए उस पर उसकी बकाया राशि का ${percent} % और लगता है।`,
    lateInterest: (percent, on, graceDays, written) =>
      `${on === 'principal' ? 'बकाया मूलधन' : 'बकाया राशि'} पर देय तारीख से हर दिन के लिए ${percent} % प्रति वर्ष अलग से लगता है${graceDays === 0 ? '' : ` (${written} दिन की छूट के बाद)`}।`,
    lateNothing: 'देर से चुकाने पर कोई शुल्क नहीं लगता।',
    lateInterestGoesOn: 'जो बाकी है उस पर हर दिन ब्याज चलता रहता है।',
    early: 'अगर आप समय से पहले चुकाएँ',
    earlyRefused: 'अपने दिन से पहले कुछ नहीं लिया जाता।',
    earlyAllowed: 'आप एक भाग या पूरा ऋण उसके दिन से पहले चुका सकते हैं।',
    earlyAfter: date => `आप ${date} से एक भाग या पूरा ऋण उसके दिन से पहले चुका सकते हैं।`,
    earlyPenalty: percent => `पहले चुकाई गई राशि का ${percent} % लगता है।`,
    earlyFree: 'इस पर कुछ नहीं लगता।',
    earlyInterestToTheDay: 'तब ब्याज केवल आपके भुगतान के दिन तक गिना जाता है।',
    earlyInterestStands: 'अनुसूची का ब्याज फिर भी देय रहता है।',
    schedule: 'आपके भुगतान',
    columns: {
      number: 'क्र.',
      dueOn: 'देय तारीख',
      principal: 'मूलधन',
      interest: 'ब्याज',
      fees: 'शुल्क',
      total: 'चुकाना है',
      left: 'बाकी',
    },
    inAll: 'कुल',
    comma: ', ',
    planned: 'अगर ऋण किसी और दिन दिया जाए तो भुगतान की तारीखें उसी दिन से गिनी जाती हैं, और आपको नई अनुसूची मिलती है।',
  },
  keyFacts: {
    rights: 'आपके अधिकार',
    rightsOf: [
      'आप यह पत्रक साथ ले जा सकते हैं और दूसरे प्रस्तावों से मिला सकते हैं। करार पर हस्ताक्षर से पहले आप किसी बात से बँधे नहीं हैं।',
      'जो इस पत्रक में नहीं है वह आपकी सहमति के बिना नहीं लिया जा सकता।',
      'हर भुगतान की रसीद मिलती है। आप कभी भी पूछ सकते हैं कि कितना बाकी है और कितने से ऋण पूरा चुकता होता है।',
      'कुछ ठीक न हो तो शाखा को बताएँ। शिकायत करने पर कोई आपसे बुरा व्यवहार नहीं कर सकता।',
    ],
    received: 'कोई भी हस्ताक्षर करने से पहले यह पत्रक मुझे ऐसी भाषा में समझाया गया जो मैं समझता/समझती हूँ।',
  },
  agreement: {
    between: 'पक्षकार',
    lender: 'ऋणदाता',
    address: 'पता',
    loan: { title: 'ऋण।', text: (lent, words) => `ऋणदाता ऋणी को ${lent} (${words}) उधार देता है।` },
    payingOut: {
      title: 'भुगतान।',
      inFull: date => `ऋण ${date} को पूरा दिया जाएगा।`,
      lessFees: (date, received, words, keptBack) =>
        `ऋण ${date} को दिया जाएगा। ऋणी के हाथ में ${received} (${words}) मिलते हैं; नीचे बताए शुल्कों के लिए ${keptBack} काटे जाते हैं।`,
    },
    payingBack: {
      title: 'वापसी।',
      once: (on, toPay) => `ऋणी ${on} को ${toPay} एक बार में लौटाता है।`,
      text: (counted, first, last, toPay) =>
        `ऋणी ऋण किस्तों में लौटाता है (${counted}), पहली ${first} को, अंतिम ${last} को, कुल ${toPay}, जैसा अनुसूची में है। अनुसूची इस करार का भाग है।`,
    },
    interest: {
      title: 'ब्याज।',
      text: (percent, method) => `ब्याज ${percent} है, ${method}।`,
      withFees: (percent, rate) => `सभी शुल्कों सहित ऋण का खर्च ${percent} है: ${rate}।`,
    },
    fees: {
      title: 'शुल्क।',
      none: 'ब्याज के सिवा कुछ नहीं लिया जाता।',
      one: (name, amount, when) => `${name}: ${amount} (${when})।`,
    },
    order: {
      title: 'भुगतान से क्या चुकता है।',
      text: parts => `भुगतान पहले बकाया को इस क्रम में चुकाता है: ${parts}।`,
      parts: { penalties: 'दंड', fees: 'शुल्क', interest: 'ब्याज', principal: 'मूलधन' },
    },
    security: {
      title: 'ज़मानत।',
      group: (name, members) => `समूह ${name} के सदस्य समूह के ऋणों के लिए मिलकर उत्तरदायी हैं: ${members}।`,
      guarantor: (name, number, covers) => `${name} (${number}) ऋण में से ${covers} के ज़मानतदार हैं।`,
      held: account => `ऋण चुकता होने तक उतनी राशि खाते ${account} में रोकी रहती है।`,
      pledged: (thing, owner, value) => `ऋण चुकता होने तक गिरवी: ${thing}, स्वामी ${owner}, मूल्य ${value}।`,
    },
    change: {
      title: 'कोई बदलाव नहीं।',
      text: 'ऋण के दौरान न ब्याज दर बदलती है न शुल्क, जब तक दोनों पक्ष लिखित में सहमत न हों।',
    },
    copies: {
      title: 'प्रतियाँ।',
      text: 'हर पक्ष एक हस्ताक्षरित प्रति रखता है। ऋणी को हस्ताक्षर से पहले ऋण की मुख्य बातें दी गईं।',
    },
  },
  voucher: {
    columns: {
      on: 'तारीख',
      way: 'कैसे',
      receipt: 'रसीद',
      paidOut: 'दिया गया ऋण',
      keptBack: 'काटा गया',
      handedOut: 'हाथ में दिया',
    },
    inCash: 'नकद',
    toAccount: number => `खाते ${number} में`,
    approvedBy: 'स्वीकृत किया',
    received: (amount, words) => `प्राप्त: ${amount} (${words})।`,
  },
  statement: {
    stands: 'ऋण की स्थिति',
    overpaid: 'अधिक चुकाया',
    overdue: 'बकाया',
    daysLate: (_count, written) => `${written} दिन देर`,
    settles: 'आज पूरा चुकाने के लिए',
    history: 'क्या हुआ',
    charges: 'शुल्क और दंड',
    toCome: 'अभी चुकाना है',
    nothingToCome: 'अब कुछ चुकाना बाकी नहीं।',
  },
  payoff: {
    about: loan => `जो किसी दिन ठीक उस दिन की राशि चुकाए, उस पर ऋण ${loan} का कुछ बाकी नहीं रहता।`,
    until: date =>
      `यह ${date} तक मान्य है, अगर उससे पहले ऋण में और कुछ न हो: कोई दूसरा भुगतान, शुल्क या बदलाव इन राशियों को बदल देता है।`,
    day: 'अगर चुकाएँ',
    charges: 'शुल्क और दंड',
    inCash: 'नकद चुकाने पर',
  },
  discharge: {
    about: (lent, words, paidOutOn, settledOn) =>
      `${paidOutOn} को दिया गया ${lent} (${words}) का ऋण ${settledOn} तक पूरा चुका दिया गया।`,
    nothingOwed: (client, loan) => `${client} पर ऋण ${loan} का अब कुछ बाकी नहीं है।`,
    security: 'जो उसके ज़मानतदार थे वे मुक्त हैं, और जो गिरवी था वह फिर मुक्त है।',
    overpaid: amount => `${amount} अधिक चुकाए गए, जो लौटाए जाने हैं।`,
  },
  signatures: {
    borrower: 'ऋणी',
    lender: 'ऋणदाता की ओर से',
    witness: 'साक्षी',
    guarantor: 'ज़मानतदार',
    paidBy: 'भुगतान किया',
    approvedBy: 'स्वीकृत किया',
    receivedBy: 'प्राप्त किया',
  },
}
