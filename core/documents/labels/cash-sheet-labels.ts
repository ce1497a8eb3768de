import type { DocumentLanguage } from '../document-language.ts'

/** The fixed words of a cash sheet in one language. */
export interface CashSheetLabels {
  readonly title: string
  readonly vault: string
  readonly drawer: string
  readonly opening: string
  readonly cameIn: string
  readonly wentOut: string
  readonly byTheBooks: string
  readonly face: string
  readonly pieces: string
  readonly counted: string
  readonly expected: string
  readonly over: string
  readonly short: string
  readonly agrees: string
  readonly notCounted: string
  readonly movedSince: string
  readonly dayOpen: string
  readonly dayClosedBy: string
  readonly closedOver: string
  readonly countedBy: string
  readonly witness: string
  readonly onItsWay: string
  readonly sentBy: string
  /** What is not named among the operations of receipts. */
  readonly operations: Readonly<Record<string, string>>
}

const operationTypes = [
  'over-short',
  'cash.sent',
  'cash.received',
  'cash.transfer-cancelled',
  'institution.created',
  'fx.exchanged',
] as const

const named = (words: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(operationTypes.map((type, place) => [type, words[place] ?? type]))

/** The words of every cash sheet, by language. */
export const cashSheetLabels: Readonly<Record<DocumentLanguage, CashSheetLabels>> = {
  en: {
    title: 'Cash sheet',
    vault: 'Vault',
    drawer: 'Drawer',
    opening: 'At the beginning',
    cameIn: 'In',
    wentOut: 'Out',
    byTheBooks: 'At the end, by the books',
    face: 'Note or coin',
    pieces: 'Pieces',
    counted: 'Counted',
    expected: 'Expected at the count',
    over: 'Over',
    short: 'Short',
    agrees: 'The count agrees',
    notCounted: 'Not counted on this day',
    movedSince: 'Cash moved here and was not counted since: the amount is the books’ alone',
    dayOpen: 'This day is not closed: what stands here may still change',
    dayClosedBy: 'Day closed by',
    closedOver: 'The day was closed over cash that was not counted, or had not arrived',
    countedBy: 'Counted by',
    witness: 'Witness',
    onItsWay: 'Cash on its way',
    sentBy: 'Sent by',
    operations: named(['Over or short', 'Sent', 'Received', 'Called back', 'Founding', 'Currency exchange']),
  },
  fr: {
    title: 'Feuille de caisse',
    vault: 'Coffre',
    drawer: 'Caisse',
    opening: 'Au début',
    cameIn: 'Entrées',
    wentOut: 'Sorties',
    byTheBooks: 'À la fin, selon les livres',
    face: 'Billet ou pièce',
    pieces: 'Nombre',
    counted: 'Compté',
    expected: 'Attendu au comptage',
    over: 'Excédent',
    short: 'Manquant',
    agrees: 'Le comptage est juste',
    notCounted: 'Non compté ce jour',
    movedSince: 'Mouvement non suivi d’un comptage : le montant est celui des livres seuls',
    dayOpen: 'Cette journée n’est pas clôturée : ce qui figure ici peut encore changer',
    dayClosedBy: 'Journée clôturée par',
    closedOver: 'La journée a été clôturée sur des espèces non comptées ou non arrivées',
    countedBy: 'Compté par',
    witness: 'Témoin',
    onItsWay: 'Espèces en transit',
    sentBy: 'Envoyé par',
    operations: named(['Excédent ou manquant', 'Envoyé', 'Reçu', 'Envoi repris', 'Fondation', 'Change']),
  },
  es: {
    title: 'Hoja de caja',
    vault: 'Bóveda',
    drawer: 'Caja',
    opening: 'Al comienzo',
    cameIn: 'Entradas',
    wentOut: 'Salidas',
    byTheBooks: 'Al final, según los libros',
    face: 'Billete o moneda',
    pieces: 'Piezas',
    counted: 'Contado',
    expected: 'Esperado al contar',
    over: 'Sobrante',
    short: 'Faltante',
    agrees: 'El recuento coincide',
    notCounted: 'Sin contar este día',
    movedSince: 'Hubo movimiento y no se contó después: el importe es solo el de los libros',
    dayOpen: 'Este día no está cerrado: lo que figura aquí puede cambiar',
    dayClosedBy: 'Día cerrado por',
    closedOver: 'El día se cerró con efectivo sin contar o que no había llegado',
    countedBy: 'Contado por',
    witness: 'Testigo',
    onItsWay: 'Efectivo en tránsito',
    sentBy: 'Enviado por',
    operations: named([
      'Sobrante o faltante',
      'Enviado',
      'Recibido',
      'Envío retirado',
      'Fundación',
      'Cambio de divisas',
    ]),
  },
  pt: {
    title: 'Folha de caixa',
    vault: 'Cofre',
    drawer: 'Caixa',
    opening: 'No início',
    cameIn: 'Entradas',
    wentOut: 'Saídas',
    byTheBooks: 'No fim, segundo os livros',
    face: 'Nota ou moeda',
    pieces: 'Peças',
    counted: 'Contado',
    expected: 'Esperado na contagem',
    over: 'A mais',
    short: 'A menos',
    agrees: 'A contagem confere',
    notCounted: 'Não contado neste dia',
    movedSince: 'Houve movimento e não foi contado depois: o montante é só o dos livros',
    dayOpen: 'Este dia não está fechado: o que consta aqui ainda pode mudar',
    dayClosedBy: 'Dia fechado por',
    closedOver: 'O dia foi fechado com dinheiro por contar ou que não tinha chegado',
    countedBy: 'Contado por',
    witness: 'Testemunha',
    onItsWay: 'Dinheiro em trânsito',
    sentBy: 'Enviado por',
    operations: named(['A mais ou a menos', 'Enviado', 'Recebido', 'Envio anulado', 'Fundação', 'Câmbio']),
  },
  sw: {
    title: 'Karatasi ya pesa taslimu',
    vault: 'Hazina',
    drawer: 'Droo',
    opening: 'Mwanzoni',
    cameIn: 'Zilizoingia',
    wentOut: 'Zilizotoka',
    byTheBooks: 'Mwishoni, kwa vitabu',
    face: 'Noti au sarafu',
    pieces: 'Idadi',
    counted: 'Zilizohesabiwa',
    expected: 'Zilizotarajiwa wakati wa kuhesabu',
    over: 'Zimezidi',
    short: 'Zimepungua',
    agrees: 'Hesabu inalingana',
    notCounted: 'Hazikuhesabiwa siku hii',
    movedSince: 'Pesa ziliingia au kutoka na hazikuhesabiwa baadaye: kiasi ni cha vitabu tu',
    dayOpen: 'Siku hii haijafungwa: yaliyopo hapa yanaweza kubadilika',
    dayClosedBy: 'Siku imefungwa na',
    closedOver: 'Siku ilifungwa ingawa kuna pesa ambazo hazikuhesabiwa au hazikufika',
    countedBy: 'Amehesabu',
    witness: 'Shahidi',
    onItsWay: 'Pesa zilizo njiani',
    sentBy: 'Ametuma',
    operations: named([
      'Zilizozidi au kupungua',
      'Zilizotumwa',
      'Zilizopokelewa',
      'Zilizorudishwa',
      'Kuanzishwa',
      'Kubadilisha fedha',
    ]),
  },
  ar: {
    title: 'كشف النقد',
    vault: 'الخزينة',
    drawer: 'الدرج',
    opening: 'في البداية',
    cameIn: 'الداخل',
    wentOut: 'الخارج',
    byTheBooks: 'في النهاية حسب الدفاتر',
    face: 'ورقة أو قطعة',
    pieces: 'العدد',
    counted: 'المعدود',
    expected: 'المتوقع عند العدّ',
    over: 'زيادة',
    short: 'عجز',
    agrees: 'العدّ مطابق',
    notCounted: 'لم يُعدّ في هذا اليوم',
    movedSince: 'تحرّك النقد هنا ولم يُعدّ بعدها: المبلغ من الدفاتر وحدها',
    dayOpen: 'لم يُغلق هذا اليوم: قد يتغيّر ما هو مدوّن هنا',
    dayClosedBy: 'أغلق اليوم',
    closedOver: 'أُغلق اليوم على نقد لم يُعدّ أو لم يصل',
    countedBy: 'عدّه',
    witness: 'الشاهد',
    onItsWay: 'نقد في الطريق',
    sentBy: 'أرسله',
    operations: named(['زيادة أو عجز', 'مُرسل', 'مُستلم', 'مُسترد', 'التأسيس', 'صرف عملات']),
  },
  hi: {
    title: 'नकद पत्रक',
    vault: 'तिजोरी',
    drawer: 'दराज',
    opening: 'आरंभ में',
    cameIn: 'आया',
    wentOut: 'गया',
    byTheBooks: 'अंत में, बही के अनुसार',
    face: 'नोट या सिक्का',
    pieces: 'संख्या',
    counted: 'गिना गया',
    expected: 'गिनती के समय अपेक्षित',
    over: 'अधिक',
    short: 'कम',
    agrees: 'गिनती मेल खाती है',
    notCounted: 'इस दिन गिना नहीं गया',
    movedSince: 'यहाँ नकदी आई या गई और उसके बाद गिनी नहीं गई: राशि केवल बही की है',
    dayOpen: 'यह दिन बंद नहीं हुआ है: यहाँ लिखा अब भी बदल सकता है',
    dayClosedBy: 'दिन बंद करने वाला',
    closedOver: 'दिन बिना गिनी या न पहुँची नकदी के साथ बंद किया गया',
    countedBy: 'गिनने वाला',
    witness: 'साक्षी',
    onItsWay: 'रास्ते में नकदी',
    sentBy: 'भेजने वाला',
    operations: named(['अधिक या कम', 'भेजा गया', 'प्राप्त', 'वापस लिया गया', 'स्थापना', 'मुद्रा विनिमय']),
  },
}
