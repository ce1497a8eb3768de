/** The shortest that is ever taken: a PIN, where the computer has a keychain. Where it has none, the engine asks for more. */
export const passphraseMin = 6
