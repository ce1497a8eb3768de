import { useDirection } from '@mantine/core'
import css from './subject.module.css'

/**
 * A person and an account in one line, in the order of the page whatever script the name is in: a long name is cut short
 * at its own end, the account's number never; it is left out where there is no room for both.
 */
export function Subject({ subject }: { readonly subject: { readonly name: string; readonly account?: string } }) {
  const { dir } = useDirection()
  return (
    <span className={css.subject} dir={dir}>
      <bdi className={css.name}>{subject.name}</bdi>
      {subject.account && <bdi className={css.account}>{subject.account}</bdi>}
    </span>
  )
}
