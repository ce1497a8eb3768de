import classes from './steps.module.css'

/** Where one is in a short wizard. */
export function Steps({ labels, current }: { readonly labels: readonly string[]; readonly current: number }) {
  return (
    <ol className={classes.steps}>
      {labels.map((label, index) => (
        <li
          className={classes.step}
          key={label}
          data-done={index < current || undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={classes.number}>{index + 1}</span>
          {label}
        </li>
      ))}
    </ol>
  )
}
