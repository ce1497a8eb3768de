/**
 * A process that gives encrypted books another key, as the engine does when somebody is shut out. It says when it begins and when the
 * books have the key. Its life ends by SIGKILL.
 */
import { writeSync } from 'node:fs'
import { openBooks, rekeyBooks } from '../../core/storage/books.ts'

const [file = '', key = '', next = ''] = process.argv.slice(2)
const opened = openBooks({ file, key: Buffer.from(key, 'hex') })
if (!opened.ok) throw new Error(opened.refusal)
writeSync(1, 'begins\n')
const isDone = rekeyBooks(opened.value, Buffer.from(next, 'hex'), () => undefined)
writeSync(1, isDone ? 'done\n' : 'refused\n')
process.stdin.resume()
