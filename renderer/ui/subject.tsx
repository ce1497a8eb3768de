import css from './subject.module.css'

/** A person and an account in one line: a long name is cut short at its end, the account's number never. */
export function Subject({ subject }: { readonly subject: { readonly name: string; readonly account?: string } }) {
  return (
    <span className={css.subject}>
      <bdi className={css.name}>{subject.name}</bdi>
      {subject.account && <bdi className={css.account}>{subject.account}</bdi>}
    </span>
  )
}
