import { businessDate } from '../calendar/business-date.ts'
import type { NewClient } from '../customers/client-profile.ts'
import type { Founding } from '../institution/founding.ts'

/** One passphrase for all: the demonstration's people exist nowhere else. */
export const demonstrationPassphrase = 'harvest-moon-over-kisumu'

/** Tumaini Microfinance of Kisumu, with KES 2.6 million in its vault. */
export const demonstrationFounding: Founding = {
  institutionName: 'Tumaini Microfinance',
  country: 'KE',
  currency: 'KES',
  template: 'microfinance',
  branch: { code: '001', name: 'Kisumu' },
  staff: [
    { code: 'HO1', name: 'Grace Wanjiru', role: 'head-office', passphrase: demonstrationPassphrase },
    { code: 'MGR1', name: 'Daniel Otieno', role: 'manager', passphrase: demonstrationPassphrase },
    { code: 'TEL1', name: 'Peter Mwangi', role: 'teller', passphrase: demonstrationPassphrase },
    { code: 'OFF1', name: 'Amina Yusuf', role: 'officer', passphrase: demonstrationPassphrase },
  ],
  openingVault: [
    { faceMinor: 100_000n, pieces: 2000 },
    { faceMinor: 50_000n, pieces: 1000 },
    { faceMinor: 10_000n, pieces: 1000 },
  ],
}

/** Who comes to the officer's table, in the scripts they write their names in, and what they bring (minor units). */
export const demonstrationClients: readonly { readonly client: NewClient; readonly firstDepositMinor: bigint }[] = [
  {
    client: {
      givenNames: 'Achieng Mary',
      familyName: 'Odhiambo',
      sex: 'female',
      birthDate: businessDate('1988-04-17'),
      phone: '+254712345678',
      idDocument: { kind: 'national-id', number: '24681357' },
      address: 'Behind the church, Nyalenda B',
    },
    firstDepositMinor: 500_000n,
  },
  {
    client: {
      givenNames: 'Wafula',
      familyName: 'Barasa',
      sex: 'male',
      birthDate: businessDate('1979-11-02'),
      phone: '+254722000111',
      idDocument: { kind: 'national-id', number: '13572468' },
      address: 'Market stall 14, Kibuye',
    },
    firstDepositMinor: 1_250_050n,
  },
  {
    client: {
      givenNames: 'አበበ',
      familyName: 'ቢቂላ',
      sex: 'male',
      birthDate: businessDate('1990-08-07'),
      phone: '+254733111222',
      idDocument: { kind: 'passport', number: 'EP4471120' },
    },
    firstDepositMinor: 80_000n,
  },
  {
    client: {
      givenNames: 'فاطمة',
      familyName: 'علي حسن',
      sex: 'female',
      birthDate: businessDate('1995-01-30'),
      phone: '+254701998877',
      idDocument: { kind: 'national-id', number: '30998877' },
    },
    firstDepositMinor: 2_000_000n,
  },
  {
    client: {
      givenNames: 'सुनीता',
      familyName: 'पटेल',
      sex: 'female',
      birthDate: businessDate('1983-06-12'),
      phone: '+254734555666',
      idDocument: { kind: 'voter-card', number: 'KSM/114/2021' },
    },
    firstDepositMinor: 65_000n,
  },
]
