import type { CashSheetModel } from '../../core/documents/document-model.ts'
import classes from './cash-sheets.module.css'
import { type CashSheetPlace, type CashWords, cashWords, missingCount, sumOf, verdict } from './cash-words.ts'
import { DayStanding } from './day-standing.tsx'
import sheet from './sheet.module.css'
import { SheetFoot } from './sheet-foot.tsx'
import { SheetHead } from './sheet-head.tsx'

interface PlaceProps {
  readonly model: CashSheetModel
  readonly place: CashSheetPlace
  readonly words: CashWords
}

/** The cash sheet of a day on A4: a page for each currency of the vault and each drawer, and one for what is on its way. */
export function CashSheets({ model }: { readonly model: CashSheetModel }) {
  const { transfers } = model
  const [first] = transfers
  const pages = model.places.length + (first ? 1 : 0)
  const any = cashWords(model.locale, 'USD')
  return (
    <main dir={any.direction} lang={any.language}>
      {model.places.map((place, number) => {
        const words = cashWords(model.locale, place.currency)
        return (
          <section className={sheet.sheet} key={`${place.id}/${place.currency}`}>
            <Head model={model} words={words} title={words.kindOf(place.kind)} name={place.name} />
            <div className={classes.columns}>
              <Movements place={place} words={words} />
              <Counted place={place} words={words} />
            </div>
            <Signatures words={words} countedBy={place.count?.countedBy ?? ''} />
            <SheetFoot model={model} words={words} page={number + 1} pages={pages} />
          </section>
        )
      })}
      {first && (
        <section className={sheet.sheet}>
          <Head model={model} words={any} title={any.cash.onItsWay} name={model.branchName} />
          <Transfers model={model} words={any} />
          <SheetFoot model={model} words={any} page={pages} pages={pages} />
        </section>
      )}
    </main>
  )
}

interface HeadProps {
  readonly model: CashSheetModel
  readonly words: CashWords
  readonly title: string
  readonly name: string
}

const Head = ({ model, words, title, name }: HeadProps) => (
  <>
    <SheetHead model={model} title={words.cash.title}>
      <div>{words.date(model.businessDate)}</div>
    </SheetHead>
    <DayStanding standing={model.standing} words={words} />
    <h2 className={classes.place}>
      {title} <bdi>{name}</bdi>
    </h2>
  </>
)

function Movements({ place, words }: Omit<PlaceProps, 'model'>) {
  const { amount, movement, cash, labels, number } = words
  const figure = (minor: bigint) => <bdi dir="ltr">{amount(minor)}</bdi>
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">
            {labels.description} (<bdi>{place.currency}</bdi>)
          </th>
          <th scope="col" className={classes.figure}>
            {cash.cameIn}
          </th>
          <th scope="col" className={classes.figure}>
            {cash.wentOut}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{cash.opening}</td>
          <td className={classes.figure} colSpan={2}>
            {figure(place.openingMinor)}
          </td>
        </tr>
        {place.movements.map(({ operation, direction, count, amountMinor }) => (
          <tr key={`${operation}/${direction}`}>
            <td>
              {movement(operation)} <span className={classes.times}>× {number(count)}</span>
            </td>
            <td className={classes.figure}>{direction === 'in' && figure(amountMinor)}</td>
            <td className={classes.figure}>{direction === 'out' && figure(amountMinor)}</td>
          </tr>
        ))}
        <tr className={classes.sum}>
          <td />
          <td className={classes.figure}>{figure(sumOf(place, 'in'))}</td>
          <td className={classes.figure}>{figure(sumOf(place, 'out'))}</td>
        </tr>
        <tr className={classes.total}>
          <td>{cash.byTheBooks}</td>
          <td className={classes.figure} colSpan={2}>
            {figure(place.closingMinor)}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function Counted({ place, words }: Omit<PlaceProps, 'model'>) {
  const missing = missingCount(words, place)
  return (
    <div>
      {missing && <p className={classes.missing}>{missing}</p>}
      {place.count && <Count count={place.count} words={words} />}
    </div>
  )
}

interface CountProps {
  readonly count: NonNullable<CashSheetPlace['count']>
  readonly words: CashWords
}

function Count({ count, words }: CountProps) {
  const { amount, cash, number, time } = words
  const figure = (minor: bigint) => <bdi dir="ltr">{amount(minor)}</bdi>
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{cash.face}</th>
          <th scope="col" className={classes.figure}>
            {cash.pieces}
          </th>
          <th scope="col" className={classes.figure}>
            {cash.counted}
          </th>
        </tr>
      </thead>
      <tbody>
        {count.counted.map(({ faceMinor, pieces }) => (
          <tr key={String(faceMinor)}>
            <td>{figure(faceMinor)}</td>
            <td className={classes.figure}>{number(pieces)}</td>
            <td className={classes.figure}>{figure(faceMinor * BigInt(pieces))}</td>
          </tr>
        ))}
        <tr className={classes.total}>
          <td colSpan={2}>{cash.counted}</td>
          <td className={classes.figure}>{figure(count.countedMinor)}</td>
        </tr>
        <tr>
          <td colSpan={2}>{cash.expected}</td>
          <td className={classes.figure}>{figure(count.expectedMinor)}</td>
        </tr>
        <tr className={classes.verdict}>
          <td colSpan={2}>{verdict(words, count.differenceMinor)}</td>
          <td className={classes.figure}>{count.differenceMinor !== 0n && figure(count.differenceMinor)}</td>
        </tr>
        <tr>
          <td colSpan={3} className={classes.times}>
            {time(count.recordedAt)}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

const Signatures = ({ words: { cash }, countedBy }: { readonly words: CashWords; readonly countedBy: string }) => (
  <div className={classes.signatures}>
    <div>
      {cash.countedBy} <bdi>{countedBy}</bdi>
    </div>
    <div>{cash.witness}</div>
  </div>
)

const Transfers = ({ model, words: { cash, date, kindOf } }: Omit<PlaceProps, 'place'>) => (
  <table className={classes.table}>
    <tbody>
      {model.transfers.map(({ transferId, from, to, sentBy, sentOn, amountMinor, currency }) => (
        <tr key={transferId}>
          <td>{date(sentOn)}</td>
          <td>
            {kindOf(from.kind)} <bdi>{from.name}</bdi>
          </td>
          <td>
            {kindOf(to.kind)} <bdi>{to.name}</bdi>
          </td>
          <td>
            {cash.sentBy} <bdi>{sentBy.name}</bdi>
          </td>
          <td className={classes.figure}>
            <bdi dir="ltr">{cashWords(model.locale, currency).money(amountMinor)}</bdi>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
