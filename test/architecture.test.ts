import fs from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFiles } from './support/project-files.ts'

const root = path.resolve(import.meta.dirname, '..')
const tracked = projectFiles()
const text = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8')
const isCode = (name: string): boolean => /\.tsx?$/.test(name)
const sources = tracked.filter(name => isCode(name) && !name.startsWith('test/'))

/**
 * The rooms of the house, lowest first: a file imports from its own room and from rooms further up this list, never from one below.
 * Rooms on one line are neighbours that know nothing of each other; the command shell composes them.
 */
const coreFloors: readonly (readonly string[])[] = [
  ['result.ts', 'assert.ts', 'environment.ts', 'text-fields.ts', 'csv-row.ts', 'newest-few.ts'],
  ['crypto', 'calendar'],
  ['money'],
  ['interest'],
  ['schedule', 'disclosure'],
  ['loan-life'],
  ['ledger', 'journal', 'authority'],
  ['refusals'],
  ['refusal.ts', 'enrolment'],
  ['decision'],
  ['products'],
  [
    'approvals',
    'audit',
    'business-day',
    'cash',
    'chart',
    'corrections',
    'customers',
    'foreign-exchange',
    'import',
    'institution',
    'loans',
    'manual-journals',
    'periods',
    'savings',
  ],
  ['close-of-business'],
  ['storage'],
  ['statements'],
  ['documents', 'export'],
  ['command'],
  ['query'],
  ['sync'],
  ['verification'],
  ['engine'],
  ['demo', 'cli'],
]

const importsOf = (name: string): { spec: string; typeOnly: boolean }[] =>
  [
    ...text(name).matchAll(/(?:^|\n)(?:import|export)\s+(type\s)?(?:[^'"]*?from\s+)?'([^']+)'|import\('([^']+)'\)/g),
  ].map(([, typeOnly, spec, dynamic]) => ({ spec: spec ?? dynamic ?? '', typeOnly: typeOnly !== undefined }))

const resolved = (name: string, spec: string): string => path.posix.join(path.posix.dirname(name), spec)

const roomOf = (name: string): string => name.split('/')[1] ?? ''
const floorOf = (room: string): number => coreFloors.findIndex(floor => floor.includes(room))

describe('the layers', () => {
  test('every room of core stands on a floor', () => {
    const rooms = new Set(sources.filter(name => name.startsWith('core/')).map(roomOf))
    expect([...rooms].filter(room => floorOf(room) < 0)).toEqual([])
  })

  test('core imports only downwards', () => {
    const upwards = sources
      .filter(name => name.startsWith('core/'))
      .flatMap(name =>
        importsOf(name)
          .filter(({ spec }) => spec.startsWith('.'))
          .map(({ spec }) => resolved(name, spec))
          .filter(target => roomOf(target) !== roomOf(name) && floorOf(roomOf(target)) >= floorOf(roomOf(name)))
          .map(target => `${name} -> ${target}`),
      )
    expect(upwards).toEqual([])
  })

  const outside: readonly (readonly [who: string, may: RegExp])[] = [
    ['core/', /^(core\/)/],
    ['renderer/', /^(renderer\/|core\/)/],
    ['electron/', /^(electron\/|core\/)/],
    ['sync-server/', /^(sync-server\/|core\/)/],
  ]
  test.each(outside)('%s imports only what its layer may', (who, may) => {
    const strangers = sources
      .filter(name => name.startsWith(who))
      .flatMap(name =>
        importsOf(name)
          .filter(({ spec }) => spec.startsWith('.'))
          .map(({ spec }) => resolved(name, spec))
          .filter(target => !may.test(target))
          .map(target => `${name} -> ${target}`),
      )
    expect(strangers).toEqual([])
  })

  test('the window runs no engine: it takes types and pure functions only', () => {
    const forbidden = /^core\/(storage|crypto|sync|engine|verification|cli|query|command)\//
    const reached = sources
      .filter(name => name.startsWith('renderer/'))
      .flatMap(name =>
        importsOf(name)
          .filter(({ spec, typeOnly }) => spec.startsWith('.') && !typeOnly)
          .map(({ spec }) => resolved(name, spec))
          .filter(target => forbidden.test(target))
          .map(target => `${name} -> ${target}`),
      )
    expect(reached).toEqual([])
  })

  test('SQLite and Kysely are touched by the two rooms of storage, and by three files that are named here', () => {
    const users = sources.filter(name =>
      importsOf(name).some(({ spec, typeOnly }) => !typeOnly && /^(better-sqlite3|kysely)$/.test(spec)),
    )
    expect(users.filter(name => !/^(core|sync-server)\/storage\//.test(name)).sort()).toEqual([
      'core/query/my-day-answer.ts',
      'core/sync/own-records.ts',
      'electron/runtime/cache-folder.ts',
    ])
  })

  test('decimals have one precision: the library is named in one file', () => {
    const users = sources.filter(name => importsOf(name).some(({ spec }) => spec === 'decimal.js'))
    expect(users).toEqual(['core/money/decimal.ts'])
  })

  test('electron is named in electron/ only, React in renderer/ only', () => {
    const wrong = sources.filter(name =>
      importsOf(name).some(
        ({ spec }) =>
          (spec === 'electron' && !name.startsWith('electron/')) ||
          (/^react(-dom)?(\/|$)/.test(spec) && !name.startsWith('renderer/')),
      ),
    )
    expect(wrong).toEqual([])
  })
})

const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

/** The files that take part when these run: what they import, and so on, but for types, which are gone by then. */
function reachedFrom(starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set<string>()
  const toVisit = [...starts]
  for (let name = toVisit.pop(); name !== undefined; name = toVisit.pop()) {
    if (reached.has(name) || !sources.includes(name)) continue
    reached.add(name)
    toVisit.push(
      ...namedBy(name)
        .filter(spec => spec.startsWith('.'))
        .map(spec => resolved(name, spec)),
    )
  }
  return reached
}

const namedBy = (name: string): readonly string[] =>
  importsOf(name).flatMap(({ spec, typeOnly }) => (typeOnly ? [] : [spec]))

describe('what the sandboxed windows load, in any number of steps', () => {
  const foreign = /^(node:|better-sqlite3|kysely|fastify|@fastify|electron)/
  const strangersOf = (entry: string, isStranger: (spec: string) => boolean): readonly string[] => {
    const reached = [...reachedFrom([entry])]
    expect(reached).toContain(entry)
    return reached.flatMap(name =>
      namedBy(name)
        .filter(spec => !spec.startsWith('.') && isStranger(spec))
        .map(spec => `${name} -> ${spec}`),
    )
  }
  test.each(['renderer/main.tsx', 'renderer/document.tsx'])('%s reaches neither Node nor SQLite', entry => {
    expect(strangersOf(entry, spec => foreign.test(spec) || isBuiltin(spec))).toEqual([])
  })
  test.each(['electron/preload.ts', 'electron/document-preload.ts'])('%s reaches Electron alone', entry => {
    expect(strangersOf(entry, spec => spec !== 'electron')).toEqual([])
  })
})

describe('the rules of SPEC.md', () => {
  const rules = [...text('core/SPEC.md').matchAll(/^- ([A-Z]\d+)\./gm)].map(([, rule]) => rule ?? '')
  const tests = tracked.filter(name => /^test\/.*\.(test|e2e)\.tsx?$/.test(name))
  /** At the beginning of a title: a comment proves nothing. */
  const titles = tests.flatMap(name => [
    ...withoutComments(text(name)).matchAll(/(?<=['"`])(?:\[[A-Z]\d+\](?:, | and | )?)+/g),
  ])
  const cited = new Set(titles.flatMap(([rules]) => [...rules.matchAll(/[A-Z]\d+/g)].map(([rule]) => rule)))

  test('are numbered once each', () => {
    expect(rules.filter((rule, place) => rules.indexOf(rule) !== place)).toEqual([])
  })
  test('are each cited by the title of a test', () => {
    expect(rules.filter(rule => !cited.has(rule))).toEqual([])
  })
  test('exist when a test cites them', () => {
    expect([...cited].filter(rule => !rules.includes(rule))).toEqual([])
  })
})

describe('files', () => {
  test('stay under 300 lines', () => {
    expect(sources.filter(name => text(name).split('\n').length > 301)).toEqual([])
  })

  test('are named for the one thing in them', () => {
    expect(tracked.filter(name => /(^|\/)(utils?|helpers?|misc|common|manager|services?)(\.|\/)/i.test(name))).toEqual(
      [],
    )
  })

  /** Pure functions whose verbs and screens are still to come; whoever calls them takes them off this list. */
  const awaited = ['core/interest/simple-interest.ts']
  test('are all reached from an entry, and not by tests alone', () => {
    const entries =
      /^(electron\/(main|preload|document-preload|engine-process|electron\.vite\.config)\.ts|electron\/runtime\/|renderer\/(main|document)\.tsx|core\/cli\/|sync-server\/main\.ts)/
    const called = new Set<string>()
    const toVisit = sources.filter(name => entries.test(name) || name.endsWith('.d.ts'))
    for (let name = toVisit.pop(); name !== undefined; name = toVisit.pop()) {
      if (called.has(name) || !sources.includes(name)) continue
      called.add(name)
      for (const { spec } of importsOf(name)) if (spec.startsWith('.')) toVisit.push(resolved(name, spec))
    }
    expect(sources.filter(name => !called.has(name))).toEqual(awaited)
  })

  test('leave nothing for later', () => {
    const marks = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].map(mark => `\\b${mark}\\b`).join('|'),
    )
    expect(tracked.filter(name => isCode(name) && marks.test(text(name)))).toEqual([])
  })

  test('stand at the top level only as agreed', () => {
    const agreed =
      /^(electron|renderer|core|sync-server|test|\.ci)\/|^(electron-builder\.yml|package\.json|package-lock\.json|tsconfig\.json|README\.md|\.gitignore)$/
    expect(tracked.filter(name => !agreed.test(name))).toEqual([])
  })
})

describe('packages', () => {
  const manifest = (folder: string): Manifest => JSON.parse(text(path.posix.join(folder, 'package.json')))
  const { dependencies = {}, devDependencies = {}, scripts = {} } = manifest('.')
  const packages = Object.keys({ ...dependencies, ...devDependencies })
  const imported = new Set(tracked.filter(isCode).flatMap(name => importsOf(name).map(({ spec }) => packageOf(spec))))
  const words = new Set(Object.values(scripts).flatMap(script => script.split(/[^\w-]+/)))
  const isRun = (name: string): boolean => {
    const { bin = {} } = manifest(`node_modules/${name}`)
    return Object.keys(typeof bin === 'string' ? { [name]: bin } : bin).some(command => words.has(command))
  }
  /** What the configuration names in other ways than an import. */
  const namedElsewhere = ['@vitest/coverage-v8']
  const isUsed = (name: string): boolean =>
    imported.has(name) || isRun(name) || namedElsewhere.includes(name) || imported.has(name.replace(/^@types\//, ''))
  const required = new Set(
    packages.filter(isUsed).flatMap(name => Object.keys(manifest(`node_modules/${name}`).peerDependencies ?? {})),
  )

  test('are all used: imported, run by a script, or required by one that is', () => {
    expect(packages.filter(name => !isUsed(name) && !required.has(name))).toEqual([])
  })
})

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly scripts?: Readonly<Record<string, string>>
  readonly bin?: string | Readonly<Record<string, string>>
}

const packageOf = (spec: string): string =>
  spec
    .split('/')
    .slice(0, spec.startsWith('@') ? 2 : 1)
    .join('/')
