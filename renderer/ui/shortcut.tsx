import { keyCaps } from '../lib/shortcuts.ts'
import classes from './shortcut.module.css'

/** A key or a chord as it is printed on the keyboard. */
export function Shortcut({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.chord} dir="ltr" aria-hidden>
      {keyCaps(keys).map(cap => (
        <kbd className={classes.key} key={cap}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}
