/**
 * What a page of ours may load: its own files and nothing else, and no network at all. The nonce lets in the one style
 * tag that the component library writes at run time; it differs with every answer, so a guess does not help.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The page reads its nonce from here: `document.querySelector('meta[property=csp-nonce]').nonce`. */
export const withNonce = (html: string, nonce: string): string =>
  html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`)

export function answerHeaders(mediaType: string, nonce: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-security-policy': contentPolicy(nonce),
    'cache-control': mediaType.startsWith('text/html') ? 'no-store' : 'no-cache',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
  }
}
