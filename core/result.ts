/** What a verb gives back: the value, or a typed refusal. A refusal is an answer to a person, never an exception. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = <const R>(refusal: R): { readonly ok: false; readonly refusal: R } => ({ ok: false, refusal })
