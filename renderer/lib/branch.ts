import type { JournalCommand } from '../../core/command/command.ts'
import type { DeskCommand } from '../../core/command/desk-command.ts'
import type { CommandAnswer, EngineEvent, EnginePort } from '../../core/engine/port.ts'
import type { Answers } from '../../core/query/answers.ts'
import type { Query, QueryInput } from '../../core/query/query.ts'
import type { Refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/result.ts'

declare global {
  interface Window {
    readonly branch: EnginePort
  }
}

export type AnyCommand = JournalCommand | DeskCommand
export type CommandType = AnyCommand['type']
export type CommandOfType<T extends CommandType> = Extract<AnyCommand, { type: T }>
export type AnswerTo<Q extends QueryInput> = Answers[Query['type'] & Q['type']]

/** The only door to the engine: nothing else in the window touches `window.branch`. */
export const execute = <C extends AnyCommand>(command: C): Promise<Result<CommandAnswer<C>, Refusal>> =>
  window.branch.execute(command)

export const ask = <Q extends QueryInput>(query: Q): Promise<Result<AnswerTo<Q>, Refusal>> => window.branch.query(query)

export const listen = (listener: (event: EngineEvent) => void): (() => void) => window.branch.subscribe(listener)
