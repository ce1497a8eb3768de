import type { z } from 'zod'
import type { ShapeRefusal } from '../refusals/request-refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { weighInput } from './input-size.ts'

type Issue = z.core.$ZodIssue

/**
 * Unknown in, typed out. What does not fit is refused by the first field that does not, with a stable word for why: the
 * schemas' own words, and these for the rest. Never throws, whatever the other side of the port has sent.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): Result<T, ShapeRefusal> {
  try {
    const fault = weighInput(input)
    if (fault) return invalid('', fault)
    const parsed = schema.safeParse(input)
    if (parsed.success) return ok(parsed.data)
    const [issue] = parsed.error.issues
    return issue ? invalid(fieldOf(issue), ruleOf(issue, input)) : invalid('', 'unreadable')
  } catch {
    return invalid('', 'unreadable')
  }
}

const invalid = (field: string, rule: string) =>
  refuse({ type: 'field-invalid', field: field.slice(0, 100), rule } as const)

function fieldOf(issue: Issue): string {
  const path = issue.path.map(String)
  return (issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path).join('.')
}

function ruleOf(issue: Issue, input: unknown): string {
  if (/^[a-z]+(?:-[a-z]+)*$/.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(input, issue.path) === undefined ? 'missing' : 'wrong-type'
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : 'too-large'
    case 'too_small':
      return issue.origin === 'string' ? 'too-short' : 'too-small'
    case 'invalid_format':
      return 'wrong-format'
    case 'unrecognized_keys':
      return 'unknown-field'
    case 'invalid_union':
      return valueAt(input, issue.path) === undefined ? 'missing' : 'not-one-of'
    case 'invalid_value':
      return valueAt(input, issue.path) === undefined ? 'missing' : 'not-one-of'
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return 'not-allowed'
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, name)
  }
  return value
}
