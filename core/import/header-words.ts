import type { ImportField } from './import-kinds.ts'

/** What stands over such columns, in the window's languages and in the exports of core banking systems; compared without case and accents. */
export const headerWords: Readonly<Record<ImportField, readonly string[]>> = {
  externalId: [
    ...[
      'external id',
      'id',
      'account number',
      'journal',
      'journal number',
      'client id',
      'client number',
      'customer id',
      'customer number',
      'member number',
    ],
    ...['reference', 'numéro', 'numéro client', 'identifiant', 'número', 'número de cliente', 'código'],
    ...['namba', 'namba ya mteja', 'الرقم', 'رقم العميل', 'المعرف', 'संख्या', 'ग्राहक संख्या', 'पहचान'],
  ],
  givenNames: [
    ...['given names', 'given name', 'first name', 'firstname', 'forename', 'name', 'full name', 'client name'],
    ...['prénom', 'prénoms', 'nom complet', 'nombre', 'nombres', 'nome', 'nome próprio', 'nome completo'],
    ...['jina', 'majina', 'jina la kwanza', 'الاسم', 'الاسم الأول', 'नाम', 'पहला नाम'],
  ],
  familyName: [
    ...['family name', 'last name', 'lastname', 'surname', 'nom', 'nom de famille', 'apellido', 'apellidos'],
    ...['apelido', 'sobrenome', 'jina la ukoo', 'jina la mwisho', 'اسم العائلة', 'اللقب', 'उपनाम', 'कुलनाम'],
  ],
  sex: ['sex', 'gender', 'sexe', 'genre', 'sexo', 'género', 'gênero', 'jinsia', 'jinsi', 'الجنس', 'النوع', 'लिंग'],
  birthDate: [
    ...['birth date', 'date of birth', 'birthdate', 'dob', 'born', 'date de naissance', 'né le', 'naissance'],
    ...['fecha de nacimiento', 'nacimiento', 'data de nascimento', 'nascimento', 'tarehe ya kuzaliwa'],
    ...['تاريخ الميلاد', 'تاريخ الولادة', 'जन्म तिथि', 'जन्मतिथि'],
  ],
  phone: [
    ...['phone', 'phone number', 'mobile', 'mobile number', 'telephone', 'tel', 'msisdn', 'téléphone', 'portable'],
    ...['teléfono', 'móvil', 'celular', 'telefone', 'telemóvel', 'simu', 'namba ya simu', 'الهاتف', 'رقم الهاتف'],
    ...['الجوال', 'फ़ोन', 'मोबाइल', 'फोन'],
  ],
  idKind: [
    ...['id type', 'id kind', 'document type', 'type de pièce', 'type de document', 'tipo de documento'],
    ...['aina ya kitambulisho', 'نوع الهوية', 'نوع الوثيقة', 'पहचान पत्र का प्रकार', 'दस्तावेज़ प्रकार'],
  ],
  idNumber: [
    ...['id number', 'national id', 'id no', 'document number', 'passport', 'numéro de pièce', 'cni'],
    ...['número de documento', 'documento', 'dni', 'número do documento', 'bi', 'namba ya kitambulisho'],
    ...['kitambulisho', 'رقم الهوية', 'رقم الوثيقة', 'पहचान संख्या', 'पहचान पत्र संख्या', 'आधार'],
  ],
  address: [
    ...['address', 'residence', 'location', 'adresse', 'dirección', 'domicilio', 'endereço', 'morada', 'anwani'],
    ...['makazi', 'العنوان', 'पता'],
  ],
  account: [
    ...['account', 'account code', 'gl account', 'gl code', 'ledger account', 'code', 'compte', 'numéro de compte'],
    ...['cuenta', 'código de cuenta', 'conta', 'código da conta', 'akaunti', 'namba ya akaunti', 'الحساب'],
    ...['رقم الحساب', 'رمز الحساب', 'खाता', 'खाता कोड', 'खाता संख्या'],
  ],
  debit: ['debit', 'dr', 'débit', 'debe', 'débito', 'débitos', 'deni', 'مدين', 'नामे', 'डेबिट'],
  credit: ['credit', 'cr', 'crédit', 'haber', 'crédito', 'créditos', 'mkopo', 'دائن', 'जमा', 'क्रेडिट'],
  currency: ['currency', 'ccy', 'devise', 'monnaie', 'moneda', 'divisa', 'moeda', 'sarafu', 'العملة', 'मुद्रा'],
  client: [
    ...['client', 'client id', 'client number', 'customer', 'customer id', 'member', 'member number', 'numéro client'],
    ...['cliente', 'número de cliente', 'código do cliente', 'mteja', 'namba ya mteja', 'العميل', 'رقم العميل'],
    ...['ग्राहक', 'ग्राहक संख्या'],
  ],
  product: ['product', 'savings product', 'produit', 'producto', 'produto', 'bidhaa', 'المنتج', 'उत्पाद'],
  balance: [
    ...['balance', 'opening balance', 'solde', 'saldo', 'saldo inicial', 'salio', 'الرصيد', 'رصيد', 'शेष', 'बकाया शेष'],
  ],
  termFrom: [
    ...[
      'term from',
      'start date',
      'deposit date',
      'opened on',
      'opening date',
      'date de début',
      'début',
      'fecha de inicio',
    ],
    ...['data de início', 'início', 'tarehe ya kuanza', 'تاريخ البداية', 'تاريخ الإيداع', 'आरंभ तिथि', 'जमा तिथि'],
  ],
  maturesOn: [
    ...['maturity', 'maturity date', 'matures on', 'due date', 'échéance', 'date d’échéance', 'vencimiento'],
    ...['fecha de vencimiento', 'vencimento', 'data de vencimento', 'tarehe ya kukomaa', 'تاريخ الاستحقاق'],
    ...['الاستحقاق', 'परिपक्वता', 'परिपक्वता तिथि'],
  ],
  installmentMinor: [
    ...['installment', 'instalment', 'installment amount', 'versement', 'mensualité', 'cuota', 'prestação', 'parcela'],
    ...['awamu', 'القسط', 'قسط', 'किस्त'],
  ],
  paidInMinor: [
    ...[
      'paid in',
      'installments paid',
      'principal',
      'capital versé',
      'versé',
      'capital pagado',
      'pagado',
      'capital pago',
    ],
    ...['kilicholipwa', 'المدفوع', 'المبلغ المدفوع', 'जमा मूलधन', 'चुकाई गई किस्तें'],
  ],
  interestMinor: [
    ...['accrued interest', 'interest accrued', 'interest', 'intérêts courus', 'intérêts', 'interés devengado'],
    ...['intereses', 'juros acumulados', 'juros', 'riba iliyokusanyika', 'riba', 'الفائدة المستحقة', 'الفائدة'],
    ...['उपार्जित ब्याज', 'ब्याज'],
  ],
  holders: [
    ...['holders', 'joint holders', 'co-holders', 'cotitulaires', 'titulaires', 'cotitulares', 'titulares'],
    ...['wamiliki', 'wamiliki wenza', 'أصحاب الحساب', 'الشركاء', 'खाताधारक', 'सह-खाताधारक'],
  ],
  signing: [
    ...['signing', 'operating instructions', 'mandate', 'mode of operation', 'signature', 'firma', 'assinatura'],
    ...['sahihi', 'التوقيع', 'हस्ताक्षर'],
  ],
  overdraftMinor: [
    ...['overdraft limit', 'overdraft', 'arranged overdraft', 'découvert autorisé', 'découvert', 'sobregiro'],
    ...['límite de sobregiro', 'descoberto', 'limite de descoberto', 'limite a descoberto', 'kikomo cha overdraft'],
    ...['حد السحب على المكشوف', 'السحب على المكشوف', 'ओवरड्राफ्ट सीमा', 'ओवरड्राफ्ट'],
  ],
  valueDate: [
    ...['value date', 'date', 'posting date', 'date de valeur', 'fecha valor', 'fecha', 'data valor', 'data'],
    ...['tarehe', 'تاريخ القيمة', 'التاريخ', 'मूल्य तिथि', 'तिथि', 'दिनांक'],
  ],
  reference: [
    ...['reference', 'ref', 'document', 'voucher', 'référence', 'pièce', 'referencia', 'referência', 'rejea'],
    ...['المرجع', 'संदर्भ'],
  ],
  savingsAccount: [
    ...['account', 'account number', 'account no', 'savings account', 'savings account number', 'compte'],
    ...['numéro de compte', 'cuenta', 'número de cuenta', 'conta', 'número da conta', 'akaunti', 'namba ya akaunti'],
    ...['الحساب', 'رقم الحساب', 'खाता', 'खाता संख्या'],
  ],
  amount: [
    ...['amount', 'deposit', 'savings', 'paid in', 'paid', 'montant', 'dépôt', 'versement', 'importe', 'monto'],
    ...['depósito', 'montante', 'valor', 'kiasi', 'amana', 'المبلغ', 'الإيداع', 'राशि', 'जमा'],
  ],
  note: [
    ...['note', 'description', 'narration', 'memo', 'libellé', 'remarque', 'nota', 'descripción', 'descrição'],
    ...['maelezo', 'ملاحظة', 'البيان', 'टिप्पणी', 'विवरण'],
  ],
}
