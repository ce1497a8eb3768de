import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isAllowed, roles } from '../../../core/authority/roles.ts'
import { businessDate } from '../../../core/calendar/business-date.ts'
import type { CommandOf } from '../../../core/command/command.ts'
import { expectRefusal } from '../../support/expect.ts'
import { foundedEngine, must, newKey, passphrases, temporaryFolder } from './made-engine.ts'

const pdf = new TextEncoder().encode('%PDF-1.7 rent of March')
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7])
const KES = 'KES' as const
const passphrase = 'seven green lanterns'

const rent: Omit<CommandOf<'journal.post'>, 'key'> = {
  type: 'journal.post',
  purpose: 'expense',
  lines: [
    { account: '5400', side: 'debit', amountMinor: 120_000n, currency: KES },
    { account: '2270', side: 'credit', amountMinor: 120_000n, currency: KES },
  ],
  attachments: [pdf, png],
}

/** A journal with two papers that waits for a decision, and where the person points: nowhere at first. */
async function withRequest() {
  let pointed: string | null = null
  const made = await foundedEngine({ chooseFolder: () => Promise.resolve(pointed) })
  const { port, signIn } = made
  must(await signIn('HO1'))
  must(await port.execute({ type: 'day.open', key: newKey(), date: businessDate('2026-03-02') }))
  must(
    await port.execute({
      type: 'staff.add',
      key: newKey(),
      code: 'ACC1',
      name: 'John Kiprop',
      role: 'accountant',
      passphrase,
    }),
  )
  must(await port.execute({ type: 'session.sign-in', code: 'ACC1', passphrase }))
  const command = { ...rent, key: newKey() }
  const { record } = must(await port.execute({ type: 'approval.request', key: newKey(), command }))
  const folder = temporaryFolder()
  return {
    ...made,
    record,
    folder,
    point: (at: string | null = folder) => {
      pointed = at
    },
    save: (place: number, of = record) =>
      port.execute({ type: 'attachment.save', paper: { of: 'record', record: of, place } }),
  }
}

const exported = async ({ port }: Pick<Awaited<ReturnType<typeof withRequest>>, 'port'>) =>
  must(await port.query({ type: 'audit-trail', kind: 'exported' })).rows

test('[W54][A72] a sealed paper of a request and of its journal is saved byte by byte, and the trail names the record', async () => {
  const made = await withRequest()
  made.point()
  must(await made.signIn('MGR1'))
  const decided = must(
    await made.port.execute({ type: 'approval.decide', key: newKey(), request: made.record, decision: 'approve' }),
  )
  for (const record of [made.record, decided.record])
    for (const [place, ending, content] of [
      [0, 'pdf', pdf],
      [1, 'png', png],
    ] as const) {
      const saved = must(await made.save(place, record)).folder ?? ''
      expect(path.dirname(saved)).toBe(made.folder)
      expect(readdirSync(saved).toSorted()).toEqual([`paper.${ending}`, `paper.${ending}.sha256`])
      expect(new Uint8Array(readFileSync(path.join(saved, `paper.${ending}`)))).toEqual(content)
      expect((await exported(made))[0]).toMatchObject({
        what: 'attachment.save',
        subject: { kind: 'record', record },
      })
    }
})

test('[A72][A69] the window names neither a path nor, of what is recorded, any bytes; the person points at the folder', async () => {
  const made = await withRequest()
  const { port, engine, folder, record } = made
  const paper = { of: 'record', record, place: 0 }
  for (const more of [{ folder }, { content: pdf }])
    for (const input of [
      { type: 'attachment.save', paper, ...more },
      { type: 'attachment.save', paper: { ...paper, ...more } },
    ])
      expect(await engine.execute(input)).toMatchObject({ refusal: { type: 'field-invalid', rule: 'unknown-field' } })
  expect(must(await made.save(0))).toEqual({ folder: null })
  expect(await exported(made)).toEqual([])
  const nowhere = path.join(folder, 'nowhere')
  for (const target of [nowhere, '//host/share', 'relative']) {
    made.point(target)
    expectRefusal(await made.save(0), 'field-invalid')
  }
  made.point()
  expectRefusal(await made.save(2), 'field-invalid')
  expectRefusal(await made.save(0, { ...record, seq: 9_999 }), 'record-unknown')
  const program = new TextEncoder().encode('MZ this is no paper')
  expectRefusal(
    await port.execute({ type: 'attachment.save', paper: { of: 'draft', content: program } }),
    'field-invalid',
  )
  expect(readdirSync(folder)).toEqual([])
  expect(existsSync(nowhere)).toBe(false)
})

test('[A72] a paper in no record yet is saved for who may post journals, and one of a record for who may read it', async () => {
  const made = await withRequest()
  const draft = () => made.port.execute({ type: 'attachment.save', paper: { of: 'draft', content: pdf } })
  made.point()
  const saved = must(await draft()).folder ?? ''
  expect(new Uint8Array(readFileSync(path.join(saved, 'paper.pdf')))).toEqual(pdf)
  const read = () => made.port.query({ type: 'attachment', record: made.record, place: 0 })
  for (const code of ['TEL1', 'OFF1'] as const) {
    must(await made.signIn(code))
    for (const answer of [await draft(), await made.save(0), await read()]) expectRefusal(answer, 'not-permitted')
  }
  must(await made.signIn('MGR1'))
  expectRefusal(await draft(), 'not-permitted')
  expect(must(await read())).toMatchObject({ bytes: pdf })
  expect(readdirSync(made.folder)).toEqual([path.basename(saved)])
})

test('[A72] who locks the window while the dialog stands gets no paper', async () => {
  let locks = () => Promise.resolve()
  const folder = temporaryFolder()
  const made = await foundedEngine({ chooseFolder: () => locks().then(() => folder) })
  must(await made.signIn('HO1'))
  locks = async () => {
    must(await made.port.execute({ type: 'session.lock' }))
  }
  expectRefusal(await made.port.execute({ type: 'attachment.save', paper: { of: 'draft', content: pdf } }), 'locked')
  expect(readdirSync(folder)).toEqual([])
  must(await made.signIn('HO1', passphrases.HO1))
})

test('[A64] whoever posts journals or decides on them may read their papers', () => {
  for (const role of roles)
    expect([role, isAllowed(role, 'audit')]).toEqual([
      role,
      (['journal', 'approve', 'audit'] as const).some(permission => isAllowed(role, permission)),
    ])
})
