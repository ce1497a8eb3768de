import { protocol, type Session } from 'electron'
import { appScheme } from './app-address.ts'
import { appAnswer } from './app-answer.ts'

/** Must run before the application is ready: Chromium fixes what a scheme may do when it starts. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }])
}

/** Serves the built window from `folder`, read only, each answer with the content policy. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, request => appAnswer(folder, request.method, request.url))
}
