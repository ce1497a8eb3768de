import { z } from 'zod'
import { type Command, type JournalCommand, journalCommandSchema } from '../command/command.ts'
import { deskCommandSchema } from '../command/desk-command.ts'

/** Every command there is. */
export const commandSchema: z.ZodType<Command> = z.discriminatedUnion('type', [
  ...journalCommandSchema.options,
  ...deskCommandSchema.options,
])

const journalTypes: ReadonlySet<string> = new Set(journalCommandSchema.options.map(({ shape }) => shape.type.value))

export const isJournalCommand = (command: Command): command is JournalCommand => journalTypes.has(command.type)
