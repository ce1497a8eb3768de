import { app, type Session, type WebContents } from 'electron'
import { isOfOrigin } from './app-address.ts'
import { isOurCamera } from './camera.ts'
import { devServerOrigin, isOurs, rendererOrigin } from './renderer-origin.ts'

/** A page of ours has no network, no devices and no permissions but the camera's picture; it asks the engine. */
export function wallSession(session: Session): void {
  session.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !mayLoad(request.url) }))
  session.setPermissionRequestHandler((_contents, permission, decide, asked) => {
    const media = 'mediaTypes' in asked ? asked.mediaTypes : undefined
    decide(isOurCamera({ permission, ...asked, media }))
  })
  session.setPermissionCheckHandler((_contents, permission, _origin, { isMainFrame, requestingUrl, mediaType }) =>
    isOurCamera({ permission, isMainFrame, requestingUrl, media: [mediaType] }),
  )
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', event => event.preventDefault())
  // Unanswered, Electron would choose the first device that it finds.
  session.on('select-hid-device', (event, _details, choose) => chooseNone(event, choose))
  session.on('select-serial-port', (event, _ports, _contents, choose) => chooseNone(event, choose))
  session.on('select-usb-device', (event, _details, choose) => chooseNone(event, choose))
}

function chooseNone(event: { preventDefault: () => void }, choose: (nothing: '') => void): void {
  event.preventDefault()
  choose('')
}

/** No page leads anywhere else, whatever opened it; our own page may load itself again. */
export function wallPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-frame-navigate', event => {
      if (!event.isMainFrame || !isReload(contents, event.url)) event.preventDefault()
    })
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}

function mayLoad(address: string): boolean {
  if (isOurs(address) || address.startsWith(`blob:${rendererOrigin}/`) || address.startsWith('data:')) return true
  return devServerOrigin !== null && isDevelopmentTool(address)
}

/** Hot reloading speaks over a socket to the server that serves the page; the developer tools are pages of Chromium's own. */
function isDevelopmentTool(address: string): boolean {
  return address.startsWith('devtools:') || isOfOrigin(address, rendererOrigin.replace('http:', 'ws:'))
}

function isReload(contents: WebContents, address: string): boolean {
  const withoutHash = (text: string) => text.replace(/#.*$/, '')
  return isOurs(address) && withoutHash(address) === withoutHash(contents.getURL())
}
