import type { PaperBlock, PaperFact } from '../../core/documents/loan-papers/paper-blocks.ts'
import type { TableRow } from '../../core/documents/table-cells.ts'
import classes from './block-sheets.module.css'
import type { PaperWords } from './paper-words.ts'
import { SheetTable } from './sheet-table.tsx'

interface BlockViewProps {
  readonly block: PaperBlock
  /** Of a table, those that stand here. */
  readonly rows: readonly TableRow[]
  readonly words: PaperWords
}

/** One block of a paper. */
export function BlockView({ block, rows, words }: BlockViewProps) {
  switch (block.kind) {
    case 'heading':
      return <h2 className={classes.heading}>{block.text}</h2>
    case 'text':
      return <p className={classes.text}>{block.text}</p>
    case 'message':
      return <p className={classes.message}>{block.text}</p>
    case 'clause':
      return (
        <div className={classes.clause}>
          <span className={classes.number}>{block.number}</span>
          <p>
            <strong>{block.title}</strong> {block.text}
          </p>
        </div>
      )
    case 'points':
      return (
        <ul className={classes.points}>
          {block.points.map(point => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )
    case 'highlights':
      return <Facts facts={block.facts} className={classes.highlights} />
    case 'facts':
      return <Facts facts={block.facts} className={classes.facts} />
    case 'table':
      return <SheetTable table={block.table} isAcross={false} rows={rows} words={words} />
    case 'signatures':
      return (
        <>
          {block.text !== undefined && <p className={classes.signed}>{block.text}</p>}
          <div className={classes.signatures}>
            {block.people.map(({ role, name }) => (
              <div key={`${role}/${name}`}>
                {role} <bdi>{name}</bdi>
              </div>
            ))}
          </div>
        </>
      )
  }
}

const Facts = ({
  facts,
  className,
}: {
  readonly facts: readonly PaperFact[]
  readonly className: string | undefined
}) => (
  <dl className={className}>
    {facts.map(({ name, value, isFigure }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{isFigure ? <bdi dir="ltr">{value}</bdi> : <bdi>{value}</bdi>}</dd>
      </div>
    ))}
  </dl>
)
