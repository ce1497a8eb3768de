import { useEffect, useRef, useState } from 'react'
import type { CommandAnswer } from '../../core/engine/port.ts'
import type { Refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/result.ts'
import type { CommandOfType, CommandType } from './branch.ts'
import { settle } from './settle.ts'

type AnswerOf<T extends CommandType> = CommandAnswer<CommandOfType<T>>

export interface CommandRun<T extends CommandType> {
  /** `asking`: the engine went away in the middle and is asked what became of the operation. */
  readonly state: 'ready' | 'running' | 'asking' | 'done' | 'refused'
  readonly answer: AnswerOf<T> | undefined
  readonly refusal: Refusal | undefined
  readonly isBusy: boolean
  /** A second call while the first is under way is the first: a double click is one operation. */
  readonly run: (command: CommandOfType<T>) => Promise<Result<AnswerOf<T>, Refusal>>
  /** Back to `ready`: the person corrects what was refused. */
  readonly forget: () => void
}

type State<T extends CommandType> = Pick<CommandRun<T>, 'state' | 'answer' | 'refusal'>
const ready = { state: 'ready', answer: undefined, refusal: undefined } as const

/** Runs one kind of command and says how it stands. The key in the command comes from `useOperationKey` or `useDraft`. */
export function useCommand<T extends CommandType>(): CommandRun<T> {
  const [state, setState] = useState<State<T>>(ready)
  const underWay = useRef<Promise<Result<AnswerOf<T>, Refusal>> | null>(null)
  const life = useRef<AbortController | null>(null)
  useEffect(() => () => life.current?.abort(), [])

  async function begin(command: CommandOfType<T>): Promise<Result<AnswerOf<T>, Refusal>> {
    life.current = new AbortController()
    setState({ ...ready, state: 'running' })
    const result = await settle(command, () => setState({ ...ready, state: 'asking' }), life.current.signal)
    underWay.current = null
    setState(
      result.ok
        ? { state: 'done', answer: result.value, refusal: undefined }
        : { state: 'refused', answer: undefined, refusal: result.refusal },
    )
    return result
  }
  function run(command: CommandOfType<T>): Promise<Result<AnswerOf<T>, Refusal>> {
    underWay.current ??= begin(command)
    return underWay.current
  }
  return { ...state, isBusy: state.state === 'running' || state.state === 'asking', run, forget: () => setState(ready) }
}
