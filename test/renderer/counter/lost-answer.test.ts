import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import i18next from 'i18next'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { beforeAll, expect, test } from 'vitest'
import { OperationAct } from '../../../renderer/counter/operation-act.tsx'
import { RestoredNote } from '../../../renderer/counter/restored-note.tsx'
import type { CommandRun } from '../../../renderer/lib/use-command.ts'
import cash from '../../../renderer/locales/en/cash.json' with { type: 'json' }

const i18n = i18next.createInstance()
beforeAll(() => i18n.use(initReactI18next).init({ lng: 'en', resources: { en: { cash } }, keySeparator: false }))

const key = '0196f0e0-0000-7000-8000-000000000001'

/** What the window says, with what the engine has answered so far. */
function said(element: ReactElement, answer?: { readonly known: boolean }): string {
  const client = new QueryClient()
  if (answer) client.setQueryData(['outcome', { type: 'outcome', key }], { ok: true, value: answer })
  const translated = createElement(I18nextProvider, { i18n }, createElement(MantineProvider, {}, element))
  const markup = renderToStaticMarkup(createElement(QueryClientProvider, { client }, translated))
  return markup.replace(/<style.*?<\/style>/gs, '').replace(/<[^>]+>/g, '|')
}

const note = (isRestored: boolean): ReactElement =>
  createElement(RestoredNote, { draft: { key, isRestored, discard: () => undefined } })

test('[W26] a form found again asks what became of its operation, and says when nothing did', () => {
  expect(said(note(true))).toContain('Found again as you left it. Asking what became of the operation…')
  expect(said(note(true), { known: false })).toContain('Found again as you left it. Nothing was posted.')
  expect(said(note(true), { known: true })).not.toContain('Nothing was posted.')
  expect(said(note(false))).not.toContain('Found again')
})

const refusedAll = () => Promise.resolve({ ok: false, refusal: { type: 'engine-failed' } } as const)

/** What stands at the button of a deposit whose command is as far as this. */
const act = (state: CommandRun<'savings.deposit'>['state']): ReactElement =>
  createElement(OperationAct<'savings.deposit'>, {
    operation: {
      command: undefined,
      preview: { effect: undefined, refusal: undefined, isSettled: true, isAllowed: true, isMade: true },
      run: { state, answer: undefined, refusal: undefined, isBusy: true, run: refusedAll, forget: () => undefined },
      refusal: undefined,
      isBlocked: false,
      shown: undefined,
      outcome: undefined,
      post: () => Promise.resolve(undefined),
      request: undefined,
      noteRequest: () => undefined,
    },
    step: { isAsked: true, button: { current: null }, ask: () => undefined },
    confirmLabel: 'Post the deposit',
    summary: null,
    onBackToForm: () => undefined,
  })

test('[W26] while the engine is asked what became of an operation, the form says so', () => {
  expect(said(act('running'))).not.toContain('Asking')
  expect(said(act('asking'))).toContain('Asking what became of the operation…')
})
