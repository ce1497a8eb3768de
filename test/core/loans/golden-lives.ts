import type { Frequency } from '../../../core/schedule/schedule-terms.ts'

/** A loan that somebody else has published with its figures; amounts are of two decimals, whatever their currency. */
export interface GoldenLife {
  readonly source: string
  readonly principal: string
  readonly annualPercent: string
  readonly method: 'declining' | 'flat'
  readonly repaid: 'equal-installments' | 'equal-principal' | 'bullet'
  readonly frequency: Frequency
  readonly installments: number
  /** What is kept back of the money when it is paid out, in percent of it. */
  readonly feePercent?: string
  /** Interest, principal and the balance after it, of as many installments from the first as were published. */
  readonly rows: readonly (readonly [interest: string, principal: string, balance: string])[]
  /** What every installment but the last comes to. */
  readonly installment?: string
  readonly last?: string
  readonly totalInterest?: string
  /** Rounded as published: by the actuarial method, or by the European formula, which compounds. */
  readonly rate?: { readonly of: 'apr' | 'aprc'; readonly percent: string; readonly decimals: number }
}

const month: Frequency = { every: 1, unit: 'months' }
const year: Frequency = { every: 12, unit: 'months' }

const commission =
  "European Commission, 'Examples for the calculation of the annual percentage rate of charge for credit agreements for consumers relating to residential immovable property' (2015)"

export const goldenLives: readonly GoldenLife[] = [
  {
    source:
      "The document 'Best Practices for Core Banking with Nexum', its loan of 25,000; it says 495.84, which is wrong",
    principal: '25000.00',
    annualPercent: '6.75',
    method: 'declining',
    repaid: 'equal-installments',
    frequency: month,
    installments: 60,
    installment: '492.09',
    rows: [],
  },
  {
    source: 'sapling.com/8703730, a loan at 2 percent a month; its 71.15 of interest is not rounded month by month',
    principal: '1000.00',
    annualPercent: '24',
    method: 'declining',
    repaid: 'equal-installments',
    frequency: month,
    installments: 6,
    installment: '178.53',
    totalInterest: '71.16',
    rows: [
      ['20.00', '158.53', '841.47'],
      ['16.83', '161.70', '679.77'],
    ],
  },
  {
    source:
      'An amortization schedule in annual payments, slideshare.net/helenc18 (solution); its last row takes what rounding left as interest',
    principal: '39000.00',
    annualPercent: '9',
    method: 'declining',
    repaid: 'equal-installments',
    frequency: year,
    installments: 5,
    installment: '10026.61',
    rows: [
      ['3510.00', '6516.61', '32483.39'],
      ['2923.51', '7103.10', '25380.29'],
      ['2284.23', '7742.38', '17637.91'],
      ['1587.41', '8439.20', '9198.71'],
    ],
  },
  {
    source:
      'Math 352, Theory of Interest, amortization project: 150,000.00 over 360 months (scribd.com/document/360526230)',
    principal: '150000.00',
    annualPercent: '3.625',
    method: 'declining',
    repaid: 'equal-installments',
    frequency: month,
    installments: 360,
    installment: '684.08',
    rows: [
      ['453.13', '230.95', '149769.05'],
      ['452.43', '231.65', '149537.40'],
      ['451.73', '232.35', '149305.05'],
      ['451.03', '233.05', '149072.00'],
      ['450.32', '233.76', '148838.24'],
      ['449.62', '234.46', '148603.78'],
      ['448.91', '235.17', '148368.61'],
      ['448.20', '235.88', '148132.73'],
    ],
  },
  {
    source: 'Regulation Z (12 CFR 1026), appendix J(c)(1)(i): 5,000 for 24 payments of 230.00',
    principal: '5000.00',
    annualPercent: '5.2',
    method: 'flat',
    repaid: 'equal-installments',
    frequency: month,
    installments: 24,
    installment: '230.00',
    last: '230.00',
    totalInterest: '520.00',
    rate: { of: 'apr', percent: '9.69', decimals: 2 },
    rows: [],
  },
  {
    source: 'Regulation Z (12 CFR 1026), appendix J(c)(5)(ii): 1,000 repaid by 1,044.00 after six months',
    principal: '1000.00',
    annualPercent: '8.8',
    method: 'declining',
    repaid: 'bullet',
    frequency: { every: 6, unit: 'months' },
    installments: 1,
    totalInterest: '44.00',
    rate: { of: 'apr', percent: '8.80', decimals: 2 },
    rows: [['44.00', '1000.00', '0.00']],
  },
  {
    source: 'Council Directive 87/102/EEC, annex III, third example: 1,000 repaid by 600 after one and after two years',
    principal: '1000.00',
    annualPercent: '10',
    method: 'flat',
    repaid: 'equal-installments',
    frequency: year,
    installments: 2,
    totalInterest: '200.00',
    rate: { of: 'aprc', percent: '13.07', decimals: 2 },
    rows: [
      ['100.00', '500.00', '500.00'],
      ['100.00', '500.00', '0.00'],
    ],
  },
  {
    source: `${commission}, example 1`,
    principal: '200000.00',
    annualPercent: '6',
    method: 'declining',
    repaid: 'equal-installments',
    frequency: month,
    installments: 240,
    installment: '1432.86',
    feePercent: '2',
    rows: [['1000.00', '432.86', '199567.14']],
  },
  {
    source: `${commission}, example 42: a bridging loan, interest monthly`,
    principal: '200000.00',
    annualPercent: '7.5',
    method: 'declining',
    repaid: 'bullet',
    frequency: month,
    installments: 12,
    installment: '1250.00',
    last: '201250.00',
    totalInterest: '15000.00',
    feePercent: '2',
    rate: { of: 'aprc', percent: '10.039962', decimals: 6 },
    rows: Array.from({ length: 11 }, () => ['1250.00', '0.00', '200000.00'] as const),
  },
  {
    source: `${commission}, example 13: equal capital`,
    principal: '200000.00',
    annualPercent: '6',
    method: 'declining',
    repaid: 'equal-principal',
    frequency: month,
    installments: 240,
    feePercent: '2',
    rows: [
      ['1000.00', '833.33', '199166.67'],
      ['995.83', '833.33', '198333.34'],
      ['991.67', '833.33', '197500.01'],
      ['987.50', '833.33', '196666.68'],
    ],
  },
  {
    source:
      'D. Roodman, cgdev.org/blog/chapter-6-revised, on the loans of Karlan and Zinman: 1,000 for four payments of 367.50, 586 percent a year',
    principal: '1000.00',
    annualPercent: '141',
    method: 'flat',
    repaid: 'equal-installments',
    frequency: month,
    installments: 4,
    installment: '367.50',
    last: '367.50',
    totalInterest: '470.00',
    rate: { of: 'aprc', percent: '586', decimals: 0 },
    rows: [],
  },
  {
    source: 'Wikipedia, Flat rate (finance): 1,200 in twelve repayments of 112',
    principal: '1200.00',
    annualPercent: '12',
    method: 'flat',
    repaid: 'equal-installments',
    frequency: month,
    installments: 12,
    installment: '112.00',
    last: '112.00',
    totalInterest: '144.00',
    rows: [['12.00', '100.00', '1100.00']],
  },
]
