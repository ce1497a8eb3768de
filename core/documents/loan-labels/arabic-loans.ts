import type { LoanPaperLabels } from './loan-paper-labels.ts'

type Unit = 'days' | 'weeks' | 'half-months' | 'months'

/** One, two, three to ten, and more. */
const forms: Readonly<Record<Unit, readonly [string, string, string, string]>> = {
  days: ['كل يوم', 'كل يومين', 'أيام', 'يومًا'],
  weeks: ['كل أسبوع', 'كل أسبوعين', 'أسابيع', 'أسبوعًا'],
  'half-months': ['مرتين في الشهر', 'كل شهر', 'أنصاف أشهر', 'نصف شهر'],
  months: ['كل شهر', 'كل شهرين', 'أشهر', 'شهرًا'],
}

function every(unit: Unit, count: number, written: string): string {
  const [one, two, few, many] = forms[unit]
  if (count === 1) return one
  if (count === 2) return two
  return `كل ${written} ${count <= 10 ? few : many}`
}

function after(days: number, written: string): string {
  if (days === 0) return 'في يومه'
  if (days === 1) return 'بعد يوم واحد من تاريخه'
  if (days === 2) return 'بعد يومين من تاريخه'
  return `بعد ${written} ${days <= 10 ? 'أيام' : 'يومًا'} من تاريخه`
}

export const arabicLoanLabels: LoanPaperLabels = {
  titles: {
    'key-facts': 'أهم ما في قرضك',
    agreement: 'عقد قرض',
    voucher: 'سند صرف',
    statement: 'كشف قرض',
    payoff: 'ما يسدد قرضك كله',
    discharge: 'إبراء ذمة',
  },
  loan: number => `القرض ${number}`,
  terms: {
    lent: 'مبلغ القرض',
    inHand: 'ما تستلمه نقدًا',
    toPay: 'ما تسدده إجمالًا',
    rate: { apr: 'النسبة المئوية السنوية (APR)', aprc: 'معدل التكلفة السنوي الإجمالي (APRC)' },
    rateAbout: {
      apr: 'هذه النسبة هي ما يكلفه القرض في السنة مع جميع رسومه وفق قانون الولايات المتحدة (اللائحة Z، الملحق J، الطريقة الاكتوارية). تُذكر أولًا حيث يسري ذلك القانون. قارنها بنسب القروض الأخرى.',
      aprc: 'هذا المعدل هو ما يكلفه القرض في السنة مع جميع رسومه، محسوبًا بالتركيب وفق قاعدة الاتحاد الأوروبي. يُذكر أولًا حيث لا يطلب القانون معدلًا آخر. قارنه بمعدلات القروض الأخرى.',
    },
    otherRate: { apr: 'نفسه وفق القاعدة الأمريكية (APR)', aprc: 'نفسه وفق القاعدة الأوروبية (APRC)' },
    noRate: 'لا معدل سنويًا يوافق هذه الدفعات',
    compounded: 'النسبة السنوية مركبة (المعدل الفعلي)',
    percent: percent => `${percent}٪`,
    yearly: percent => `${percent}٪ في السنة`,
    nominal: 'الفائدة',
    method: { declining: 'على ما بقي مستحقًا', flat: 'على القرض كله حتى نهايته (ثابتة)' },
    installments: 'الأقساط',
    counted: (count, often) => `${count}، ${often}`,
    one: 'قسط واحد',
    every,
    each: 'كل قسط',
    paidOutOn: 'صرف القرض',
    firstDue: 'القسط الأول',
    lastDue: 'القسط الأخير',
    costs: 'ما يكلفه القرض',
    cost: 'التكلفة',
    when: 'متى تُدفع',
    interest: 'الفائدة',
    whenInterest: 'ضمن الأقساط',
    whenCharged: (when, date) => {
      if (when === 'disbursement-paid') return 'قبل استلام المال'
      if (when === 'disbursement-deducted') return 'تُخصم من القرض'
      return when === 'on-day' ? `في ${date}` : 'مع كل قسط'
    },
    costInAll: 'التكلفة الإجمالية',
    savingsHeld: percent => `يبقى ${percent}٪ من القرض محجوزًا في مدخرات المقترض حتى سداد القرض.`,
    late: 'عند التأخر في الدفع',
    lateFee: (fee, graceDays, written) => `القسط الذي لم يُدفع ${after(graceDays, written)} يكلف ${fee} إضافية.`,
    lateFeePercent: (percent, graceDays, written) =>
      `القسط الذي لم يُدفع ${after(graceDays, written)} يكلف إضافةً ${percent}٪ مما تأخر منه.`,
    lateInterest: (percent, on, graceDays, written) =>
      `${on === 'principal' ? 'الأصل المتأخر يكلف' : 'ما تأخر يكلف'} فوق ذلك ${percent}٪ في السنة عن كل يوم منذ استحقاقه${graceDays === 0 ? '' : ` بعد انقضاء مهلة السماح (${written})`}.`,
    lateNothing: 'لا يُؤخذ أي رسم عن التأخر في الدفع.',
    lateInterestGoesOn: 'وتستمر الفائدة كل يوم على ما بقي عليك.',
    early: 'عند الدفع المبكر',
    earlyRefused: 'لا يُقبل شيء قبل يومه.',
    earlyAllowed: 'يمكنك دفع جزء من القرض أو كله قبل موعده.',
    earlyAfter: date => `يمكنك دفع جزء من القرض أو كله قبل موعده ابتداءً من ${date}.`,
    earlyPenalty: percent => `يكلف ذلك ${percent}٪ مما تدفعه مبكرًا.`,
    earlyFree: 'ولا يكلف ذلك شيئًا.',
    earlyInterestToTheDay: 'وتُحسب الفائدة عندئذ إلى يوم دفعك فقط.',
    earlyInterestStands: 'وتبقى فائدة الجدول مستحقة كما هي.',
    schedule: 'دفعاتك',
    columns: {
      number: 'الرقم',
      dueOn: 'الاستحقاق',
      principal: 'الأصل',
      interest: 'الفائدة',
      fees: 'الرسوم',
      total: 'المطلوب',
      left: 'الباقي',
    },
    inAll: 'الإجمالي',
    comma: '، ',
    planned: 'إذا صُرف القرض في يوم آخر حُسبت مواعيد الدفع من ذلك اليوم، وتستلم جدولًا جديدًا.',
  },
  keyFacts: {
    rights: 'حقوقك',
    rightsOf: [
      'يمكنك أخذ هذه الورقة ومقارنتها بعروض أخرى. لا يلزمك شيء قبل توقيع العقد.',
      'لا يجوز أن يُطلب منك ما ليس في هذه الورقة إلا بموافقتك.',
      'تستلم إيصالًا بكل دفعة. ولك أن تسأل في أي وقت كم بقي عليك وبكم يُسدَّد القرض كله.',
      'إن وجدت خطأ فأخبر الفرع. ولا يجوز لأحد أن يسيء معاملتك لأنك اشتكيت.',
    ],
    received: 'شُرحت لي هذه الورقة بلغة أفهمها قبل أن أوقّع على أي شيء.',
  },
  agreement: {
    between: 'بين',
    lender: 'المُقرض',
    address: 'العنوان',
    loan: { title: 'القرض.', text: (lent, words) => `يُقرض المُقرض المقترض ${lent} (${words}).` },
    payingOut: {
      title: 'الصرف.',
      inFull: date => `يُصرف القرض في ${date} كاملًا.`,
      lessFees: (date, received, words, keptBack) =>
        `يُصرف القرض في ${date}. يستلم المقترض ${received} (${words})، ويُخصم ${keptBack} عن رسوم مذكورة أدناه.`,
    },
    payingBack: {
      title: 'السداد.',
      once: (on, toPay) => `يسدد المقترض ${toPay} في ${on} دفعة واحدة.`,
      text: (counted, first, last, toPay) =>
        `يسدد المقترض القرض على أقساط (${counted})، أولها في ${first} وآخرها في ${last}، بإجمالي ${toPay} وفق الجدول. والجدول جزء من هذا العقد.`,
    },
    interest: {
      title: 'الفائدة.',
      text: (percent, method) => `الفائدة ${percent}، ${method}.`,
      withFees: (percent, rate) => `ومع جميع الرسوم يكلف القرض ${percent}: ${rate}.`,
    },
    fees: {
      title: 'الرسوم.',
      none: 'لا يُؤخذ شيء غير الفائدة.',
      one: (name, amount, when) => `${name}: ${amount} (${when}).`,
    },
    order: {
      title: 'ما تسدده الدفعة.',
      text: parts => `تسدد الدفعة أولًا ما تأخر، بهذا الترتيب: ${parts}.`,
      parts: { penalties: 'الغرامات', fees: 'الرسوم', interest: 'الفائدة', principal: 'الأصل' },
    },
    security: {
      title: 'الضمانات.',
      group: (name, members) => `أعضاء مجموعة ${name} مسؤولون معًا عن قروض المجموعة: ${members}.`,
      guarantor: (name, number, covers) => `يضمن ${name} (${number}) من القرض ${covers}.`,
      held: account => `ويبقى هذا المبلغ محجوزًا في الحساب ${account} حتى سداد القرض.`,
      pledged: (thing, owner, value) => `مرهون حتى سداد القرض: ${thing}، ملك ${owner}، بقيمة ${value}.`,
    },
    change: {
      title: 'لا تغيير.',
      text: 'لا تتغير الفائدة ولا الرسوم طوال مدة القرض إلا باتفاق الطرفين كتابةً.',
    },
    copies: {
      title: 'النسخ.',
      text: 'يحتفظ كل طرف بنسخة موقعة. وقد استلم المقترض أهم ما في القرض قبل التوقيع.',
    },
  },
  voucher: {
    columns: {
      on: 'التاريخ',
      way: 'الطريقة',
      receipt: 'الإيصال',
      paidOut: 'المصروف',
      keptBack: 'المخصوم',
      handedOut: 'المسلَّم',
    },
    inCash: 'نقدًا',
    toAccount: number => `إلى الحساب ${number}`,
    approvedBy: 'وافق عليه',
    received: (amount, words) => `المستلم: ${amount} (${words}).`,
  },
  statement: {
    stands: 'حال القرض',
    overpaid: 'المدفوع زيادة',
    overdue: 'المتأخر',
    daysLate: (count, written) => {
      if (count === 1) return 'متأخر يومًا واحدًا'
      if (count === 2) return 'متأخر يومين'
      return `متأخر ${written} ${count <= 10 ? 'أيام' : 'يومًا'}`
    },
    settles: 'ما يسدده اليوم',
    history: 'ما جرى',
    charges: 'الرسوم والغرامات',
    toCome: 'ما بقي للدفع',
    nothingToCome: 'لم يبقَ شيء للدفع.',
  },
  payoff: {
    about: loan => `من يدفع مبلغ يوم بعينه في ذلك اليوم لا يبقى عليه شيء من القرض ${loan}.`,
    until: date =>
      `يسري هذا حتى ${date} إن لم يطرأ على القرض شيء قبل ذلك: فأي دفعة أخرى أو رسم أو تغيير يبدّل هذه المبالغ.`,
    day: 'إذا دُفع في',
    charges: 'الرسوم والغرامات',
    inCash: 'إذا دُفع نقداً',
  },
  discharge: {
    about: (lent, words, paidOutOn, settledOn) =>
      `القرض البالغ ${lent} (${words}) الذي صُرف في ${paidOutOn} سُدد كاملًا في ${settledOn}.`,
    nothingOwed: (client, loan) => `لم يبقَ على ${client} شيء من القرض ${loan}.`,
    security: 'وقد برئت ذمة من ضمنه، وعاد ما رُهن به حرًّا.',
    overpaid: amount => `ودُفع ${amount} زيادة على المستحق، ويجب رده.`,
  },
  signatures: {
    borrower: 'المقترض',
    lender: 'عن المُقرض',
    witness: 'الشاهد',
    guarantor: 'الضامن',
    paidBy: 'صرفه',
    approvedBy: 'وافق عليه',
    receivedBy: 'استلمه',
  },
}
