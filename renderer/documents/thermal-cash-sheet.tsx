import type { CashSheetModel } from '../../core/documents/document-model.ts'
import { type CashSheetPlace, type CashWords, cashWords, missingCount, sumOf, verdict } from './cash-words.ts'
import classes from './thermal.module.css'
import { ThermalFoot, ThermalHead, ThermalPair, ThermalSlip } from './thermal-parts.tsx'

interface ThermalCashSheetProps {
  readonly model: CashSheetModel
  /** 80 mm instead of 58 mm. */
  readonly isWide: boolean
}

/** The short form of a cash sheet, for a pocket printer: totals and the count of each place. */
export function ThermalCashSheet({ model, isWide }: ThermalCashSheetProps) {
  const words = cashWords(model.locale, 'USD')
  return (
    <ThermalSlip words={words} isWide={isWide}>
      <ThermalHead model={model} />
      <div className={classes.title}>
        <span>{words.cash.title}</span>
        <bdi>{words.date(model.businessDate)}</bdi>
      </div>
      <Standing model={model} words={words} />
      {model.places.map(place => (
        <Place key={`${place.id}/${place.currency}`} place={place} locale={model.locale} />
      ))}
      {model.transfers.length > 0 && (
        <div className={classes.block}>
          <strong>{words.cash.onItsWay}</strong>
          {model.transfers.map(({ transferId, sentBy, amountMinor, currency }) => (
            <ThermalPair
              key={transferId}
              name={sentBy.name}
              value={cashWords(model.locale, currency).money(amountMinor)}
              isFigure
            />
          ))}
        </div>
      )}
      <ThermalFoot model={model} words={words} />
    </ThermalSlip>
  )
}

function Standing({ model: { standing }, words }: { readonly model: CashSheetModel; readonly words: CashWords }) {
  const { cash, labels } = words
  if (standing.state === 'no-day') return null
  if (standing.state === 'open') return <div className={classes.banner}>{cash.dayOpen}</div>
  const { closedBy, secondPersonName, isOverUncounted } = standing
  return (
    <>
      {isOverUncounted && <div className={classes.banner}>{cash.closedOver}</div>}
      <ThermalPair name={cash.dayClosedBy} value={closedBy} />
      {secondPersonName !== undefined && <ThermalPair name={labels.secondPerson} value={secondPersonName} />}
    </>
  )
}

function Place({ place, locale }: { readonly place: CashSheetPlace; readonly locale: string }) {
  const words = cashWords(locale, place.currency)
  const { cash, money } = words
  const { count } = place
  const missing = missingCount(words, place)
  return (
    <div className={classes.block}>
      <strong>
        {words.kindOf(place.kind)} <bdi>{place.name}</bdi>
      </strong>
      <ThermalPair name={cash.opening} value={money(place.openingMinor)} isFigure />
      <ThermalPair name={cash.cameIn} value={money(sumOf(place, 'in'))} isFigure />
      <ThermalPair name={cash.wentOut} value={money(sumOf(place, 'out'))} isFigure />
      <ThermalPair name={cash.byTheBooks} value={money(place.closingMinor)} isFigure isStrong />
      {count && (
        <>
          <ThermalPair name={cash.expected} value={money(count.expectedMinor)} isFigure />
          <ThermalPair name={cash.counted} value={money(count.countedMinor)} isFigure />
          <ThermalPair
            name={verdict(words, count.differenceMinor)}
            value={count.differenceMinor === 0n ? '' : money(count.differenceMinor)}
            isFigure
            isStrong
          />
        </>
      )}
      {missing && <strong>{missing}</strong>}
      <ThermalPair name={`${cash.countedBy} ${count?.countedBy ?? ''}`} value="____________" />
    </div>
  )
}
