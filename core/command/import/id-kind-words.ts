import { idDocumentKinds } from '../../customers/client-profile.ts'
import { foldText } from '../../customers/fold-text.ts'

type IdKind = (typeof idDocumentKinds)[number]

/** What the documents are called, in the window's languages and in the exports of core banking systems. */
const idKindWords: Readonly<Record<IdKind, readonly string[]>> = {
  'national-id': [
    ...['national id', 'nid', 'id', 'id card', 'identity card', 'national identity card', 'carte d’identité', 'cni'],
    ...['carte nationale d’identité', 'cédula', 'dni', 'documento de identidad', 'bilhete de identidade', 'bi'],
    ...['cartão de cidadão', 'kitambulisho', 'kitambulisho cha taifa', 'بطاقة الهوية', 'الهوية الوطنية'],
    ...['राष्ट्रीय पहचान पत्र', 'आधार', 'aadhaar'],
  ],
  passport: ['passport', 'passeport', 'pasaporte', 'passaporte', 'pasipoti', 'جواز سفر', 'جواز السفر', 'पासपोर्ट'],
  'voter-card': [
    ...['voter card', 'voter id', 'carte d’électeur', 'credencial de elector', 'cartão de eleitor'],
    ...['kadi ya mpiga kura', 'بطاقة الناخب', 'मतदाता पहचान पत्र'],
  ],
  'driving-licence': [
    ...['driving licence', 'driver’s license', 'drivers license', 'driving license', 'permis de conduire'],
    ...['licencia de conducir', 'carta de condução', 'carteira de motorista', 'leseni ya udereva', 'رخصة قيادة'],
    ...['رخصة القيادة', 'ड्राइविंग लाइसेंस'],
  ],
  'refugee-card': [
    ...['refugee card', 'refugee id', 'carte de réfugié', 'carné de refugiado', 'cartão de refugiado'],
    ...['kitambulisho cha mkimbizi', 'بطاقة لاجئ', 'शरणार्थी कार्ड'],
  ],
  'birth-certificate': [
    ...['birth certificate', 'acte de naissance', 'extrait de naissance', 'partida de nacimiento'],
    ...['acta de nacimiento', 'certidão de nascimento', 'cheti cha kuzaliwa', 'شهادة ميلاد'],
    ...['شهادة الميلاد', 'जन्म प्रमाण पत्र'],
  ],
}

/** Null for a word that nobody knows; a national ID where nothing stands. */
export function idKindOf(text: string): IdKind | null {
  if (text === '') return 'national-id'
  const word = foldText(text)
  return idDocumentKinds.find(kind => [kind, ...idKindWords[kind]].some(known => foldText(known) === word)) ?? null
}
