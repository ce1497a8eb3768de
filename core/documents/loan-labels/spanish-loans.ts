import type { LoanPaperLabels } from './loan-paper-labels.ts'

const units = { days: 'días', weeks: 'semanas', 'half-months': 'medios meses', months: 'meses' } as const
const single = {
  days: 'cada día',
  weeks: 'cada semana',
  'half-months': 'dos veces al mes',
  months: 'cada mes',
} as const
const after = (days: number, written: string): string =>
  days === 0 ? 'en su día' : days === 1 ? 'un día después de su fecha' : `${written} días después de su fecha`

export const spanishLoanLabels: LoanPaperLabels = {
  titles: {
    'key-facts': 'Lo esencial de su préstamo',
    agreement: 'Contrato de préstamo',
    voucher: 'Comprobante de desembolso',
    statement: 'Estado del préstamo',
    payoff: 'Con cuánto se cancela su préstamo',
    discharge: 'Carta de cancelación',
  },
  loan: number => `Préstamo ${number}`,
  terms: {
    lent: 'Importe del préstamo',
    inHand: 'Recibe en mano',
    toPay: 'Devuelve en total',
    rate: { apr: 'Tasa porcentual anual (APR)', aprc: 'Tasa anual equivalente (TAE)' },
    rateAbout: {
      apr: 'La APR es lo que el préstamo cuesta al año con todos sus cargos, según la ley de los Estados Unidos (Regulation Z, apéndice J, método actuarial). Se indica primero donde rige esa ley. Compárela con la APR de otros préstamos.',
      aprc: 'La TAE es lo que el préstamo cuesta al año con todos sus cargos, con interés compuesto, según la norma de la Unión Europea. Se indica primero donde ninguna ley pide otra tasa. Compárela con la TAE de otros préstamos.',
    },
    otherRate: { apr: 'Lo mismo según la norma estadounidense (APR)', aprc: 'Lo mismo según la norma europea (TAE)' },
    noRate: 'Ninguna tasa anual corresponde a estos pagos',
    compounded: 'La APR compuesta (tasa efectiva)',
    percent: percent => `${percent} %`,
    yearly: percent => `${percent} % al año`,
    nominal: 'Interés',
    method: { declining: 'sobre lo que aún se debe', flat: 'sobre todo el préstamo, hasta el final (tasa fija)' },
    installments: 'Cuotas',
    counted: (count, every) => `${count}, ${every}`,
    one: 'Una sola',
    every: (unit, count, written) => (count === 1 ? single[unit] : `cada ${written} ${units[unit]}`),
    each: 'Cada cuota',
    paidOutOn: 'Entrega del préstamo',
    firstDue: 'Primera cuota',
    lastDue: 'Última cuota',
    costs: 'Lo que cuesta el préstamo',
    cost: 'Costo',
    when: 'Cuándo se paga',
    interest: 'Interés',
    whenInterest: 'En las cuotas',
    whenCharged: (when, date) => {
      if (when === 'disbursement-paid') return 'Antes de recibir el dinero'
      if (when === 'disbursement-deducted') return 'Se retiene del préstamo'
      return when === 'on-day' ? `El ${date}` : 'Con cada cuota'
    },
    costInAll: 'Costo total',
    savingsHeld: percent =>
      `El ${percent} % del préstamo queda retenido en los ahorros del prestatario hasta que el préstamo se cancele.`,
    late: 'Si paga tarde',
    lateFee: (fee, graceDays, written) =>
      `Una cuota que no se ha pagado ${after(graceDays, written)} cuesta ${fee} más.`,
    lateFeePercent: (percent, graceDays, written) =>
      `Una cuota que no se ha pagado ${after(graceDays, written)} cuesta además el ${percent} % de lo que tenga vencido.`,
    lateInterest: (percent, on, graceDays, written) =>
      `${on === 'principal' ? 'El capital vencido' : 'Lo vencido'} cuesta además el ${percent} % al año, por cada día desde su fecha${graceDays === 0 ? '' : `, pasado el plazo de gracia (${written} d)`}.`,
    lateNothing: 'No se cobra ningún cargo por pagar tarde.',
    lateInterestGoesOn: 'El interés sigue cada día sobre lo que aún debe.',
    early: 'Si paga antes',
    earlyRefused: 'Nada se acepta antes de su día.',
    earlyAllowed: 'Puede pagar una parte o todo antes de su día.',
    earlyAfter: date => `Puede pagar una parte o todo antes de su día a partir del ${date}.`,
    earlyPenalty: percent => `Cuesta el ${percent} % de lo que pague antes.`,
    earlyFree: 'No cuesta nada.',
    earlyInterestToTheDay: 'El interés se cuenta entonces solo hasta el día de su pago.',
    earlyInterestStands: 'El interés del calendario se debe de todos modos.',
    schedule: 'Sus pagos',
    columns: {
      number: 'N.º',
      dueOn: 'Vence el',
      principal: 'Capital',
      interest: 'Interés',
      fees: 'Cargos',
      total: 'A pagar',
      left: 'Queda a deber',
    },
    inAll: 'En total',
    comma: ', ',
    planned:
      'Si el préstamo se entrega otro día, las fechas de los pagos se cuentan desde ese día y usted recibe un calendario nuevo.',
  },
  keyFacts: {
    rights: 'Sus derechos',
    rightsOf: [
      'Puede llevarse esta hoja y compararla con otras ofertas. Nada le obliga antes de firmar el contrato.',
      'No se le puede cobrar nada que no esté en esta hoja, salvo que usted lo acepte.',
      'Recibe un recibo por cada pago. Puede preguntar en todo momento cuánto debe aún y con cuánto se cancela el préstamo.',
      'Si algo no está bien, dígalo en la agencia. Nadie puede tratarle peor por haber reclamado.',
    ],
    received: 'Esta hoja se me explicó en un idioma que entiendo, antes de firmar nada.',
  },
  agreement: {
    between: 'Entre',
    lender: 'Prestamista',
    address: 'Dirección',
    loan: { title: 'El préstamo.', text: (lent, words) => `El prestamista presta al prestatario ${lent} (${words}).` },
    payingOut: {
      title: 'Entrega.',
      inFull: date => `El préstamo se entregará el ${date}, en su totalidad.`,
      lessFees: (date, received, words, keptBack) =>
        `El préstamo se entregará el ${date}. El prestatario recibe en mano ${received} (${words}); se retienen ${keptBack} por cargos indicados más abajo.`,
    },
    payingBack: {
      title: 'Devolución.',
      once: (on, toPay) => `El prestatario devuelve ${toPay} el ${on}, de una vez.`,
      text: (counted, first, last, toPay) =>
        `El prestatario devuelve el préstamo en cuotas (${counted}), la primera el ${first}, la última el ${last}, ${toPay} en total, según el calendario. El calendario forma parte de este contrato.`,
    },
    interest: {
      title: 'Interés.',
      text: (percent, method) => `El interés es del ${percent}, ${method}.`,
      withFees: (percent, rate) => `Con todos los cargos, el préstamo cuesta el ${percent}: ${rate}.`,
    },
    fees: {
      title: 'Cargos.',
      none: 'No se cobra nada más que el interés.',
      one: (name, amount, when) => `${name}: ${amount} (${when}).`,
    },
    order: {
      title: 'Qué paga un pago.',
      text: parts => `Un pago cubre primero lo vencido, en este orden: ${parts}.`,
      parts: { penalties: 'recargos', fees: 'cargos', interest: 'interés', principal: 'capital' },
    },
    security: {
      title: 'Garantías.',
      group: (name, members) =>
        `Los miembros del grupo ${name} responden juntos por los préstamos del grupo: ${members}.`,
      guarantor: (name, number, covers) => `${name} (${number}) responde por ${covers} del préstamo.`,
      held: account => `Ese importe queda retenido en la cuenta ${account} hasta que el préstamo se cancele.`,
      pledged: (thing, owner, value) =>
        `Queda en prenda hasta que el préstamo se cancele: ${thing}, de ${owner}, por valor de ${value}.`,
    },
    change: {
      title: 'Sin cambios.',
      text: 'Ni la tasa ni los cargos cambian mientras dura el préstamo, salvo que ambas partes lo acuerden por escrito.',
    },
    copies: {
      title: 'Copias.',
      text: 'Cada parte conserva una copia firmada. El prestatario recibió lo esencial del préstamo antes de firmar.',
    },
  },
  voucher: {
    columns: {
      on: 'El',
      way: 'Cómo',
      receipt: 'Recibo',
      paidOut: 'Desembolsado',
      keptBack: 'Retenido',
      handedOut: 'Entregado',
    },
    inCash: 'En efectivo',
    toAccount: number => `A la cuenta ${number}`,
    approvedBy: 'Aprobado por',
    received: (amount, words) => `Recibido: ${amount} (${words}).`,
  },
  statement: {
    stands: 'Cómo está el préstamo',
    overpaid: 'Pagado de más',
    overdue: 'Vencido',
    daysLate: (count, written) => (count === 1 ? 'un día de atraso' : `${written} días de atraso`),
    settles: 'Se cancela hoy con',
    history: 'Lo que ha ocurrido',
    charges: 'Cargos y recargos',
    toCome: 'Queda por pagar',
    nothingToCome: 'Ya no hay nada que pagar.',
  },
  payoff: {
    about: loan => `Quien pague exactamente el importe de un día, ese día, no debe nada más del préstamo ${loan}.`,
    until: date =>
      `Vale hasta el ${date}, si antes no ocurre nada más en el préstamo: otro pago, un cargo o un cambio modifican estos importes.`,
    day: 'Si se paga el',
    charges: 'Cargos y recargos',
    inCash: 'Pagado en efectivo',
  },
  discharge: {
    about: (lent, words, paidOutOn, settledOn) =>
      `El préstamo de ${lent} (${words}), entregado el ${paidOutOn}, quedó devuelto por completo el ${settledOn}.`,
    nothingOwed: (client, loan) => `${client} no debe nada más del préstamo ${loan}.`,
    security: 'Quienes respondían por él quedan libres, y lo que estaba en prenda vuelve a estar libre.',
    overpaid: amount => `Se pagaron ${amount} de más, que se han de devolver.`,
  },
  signatures: {
    borrower: 'Prestatario',
    lender: 'Por el prestamista',
    witness: 'Testigo',
    guarantor: 'Garante',
    paidBy: 'Desembolsado por',
    approvedBy: 'Aprobado por',
    receivedBy: 'Recibido por',
  },
}
