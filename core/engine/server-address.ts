import type { ShapeRefusal } from '../refusals/request-refusal.ts'

/** A scheme, a host and perhaps a port: whatever comes after them would go before every path that is asked of the server. */
const origin = /^[a-z][a-z\d+.-]*:\/\/[^\s/?#@\\]+\/?$/i

/** Null for the address of a server and nothing more. Rule: A48. */
export const notAnAddress = (serverUrl: string): ShapeRefusal | null =>
  origin.test(serverUrl) ? null : { type: 'field-invalid', field: 'serverUrl', rule: 'not-an-address' }
