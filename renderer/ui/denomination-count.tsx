import { TextInput, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { westernDigits } from '../../core/customers/fold-text.ts'
import { type CurrencyCode, minorUnitOf } from '../../core/money/currency.ts'
import { decimalText } from '../../core/money/decimal-text.ts'
import { countedMinor, type DenominationCount, denominationsOf } from '../../core/money/denominations.ts'
import classes from './denomination-count.module.css'
import { Money } from './money.tsx'

/** How many pieces of each face, as typed: keys are face values in minor units as text. */
export type Pieces = Readonly<Record<string, string>>

interface DenominationCountProps {
  readonly currency: CurrencyCode
  readonly pieces: Pieces
  readonly onPieces: (pieces: Pieces) => void
  /** Called by Enter in the last face. */
  readonly onDone?: () => void
  readonly expectedMinor?: bigint
  readonly label: string
  readonly autoFocus?: boolean
}

const piecesMax = 1_000_000
const isCount = (text: string): boolean => text === '' || (/^\d{1,7}$/.test(text) && Number(text) <= piecesMax)

/** The count behind what was typed; faces without pieces are left out. */
export const countOf = (pieces: Pieces): DenominationCount =>
  Object.entries(pieces)
    .filter(([, text]) => /[1-9]/.test(text))
    .map(([face, text]) => ({ faceMinor: BigInt(face), pieces: Number(text) }))

/** Cash counted by face, largest first. Enter and the arrow keys go down the column, as a counting hand does. */
export function DenominationCountField(props: DenominationCountProps) {
  const { t } = useTranslation('cash')
  const table = useRef<HTMLTableElement>(null)
  const faces = denominationsOf(props.currency, minorUnitOf(props.currency))
  const move = (event: KeyboardEvent<HTMLInputElement>, row: number): void => {
    const target = rowAfter(event.key, row)
    if (target === undefined) return
    event.preventDefault()
    const inputs = table.current?.querySelectorAll('input')
    if (target < faces.length) inputs?.[target]?.focus()
    else if (event.key === 'Enter') props.onDone?.()
  }
  return (
    <table className={classes.table} ref={table} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{t('face')}</th>
          <th scope="col">{t('pieces')}</th>
          <th scope="col">{t('amount')}</th>
        </tr>
      </thead>
      <tbody>
        {faces.map((faceMinor, row) => (
          <FaceRow
            key={String(faceMinor)}
            {...props}
            faceMinor={faceMinor}
            first={row === 0}
            onKey={event => move(event, row)}
          />
        ))}
      </tbody>
      <CountTotals {...props} />
    </table>
  )
}

/** A note or coin by its name: `1,000`, `0.50`; decimals only where it has them. */
const faceName = (faceMinor: bigint, currency: CurrencyCode, locale: string): string =>
  new Intl.NumberFormat(locale, {
    minimumFractionDigits: minorUnitOf(currency),
    trailingZeroDisplay: 'stripIfInteger',
  } as Intl.NumberFormatOptions).format(decimalText({ amountMinor: faceMinor, currency }) as Intl.StringNumericLiteral)

const rowAfter = (key: string, row: number): number | undefined =>
  key === 'Enter' || key === 'ArrowDown' ? row + 1 : key === 'ArrowUp' && row > 0 ? row - 1 : undefined

interface FaceRowProps extends DenominationCountProps {
  readonly faceMinor: bigint
  readonly first: boolean
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void
}

function FaceRow({ currency, pieces, onPieces, faceMinor, first, autoFocus = false, onKey }: FaceRowProps) {
  const { t, i18n } = useTranslation('cash')
  const face = String(faceMinor)
  const name = faceName(faceMinor, currency, i18n.language)
  const text = pieces[face] ?? ''
  return (
    <tr>
      <td className={classes.face}>
        <bdi>{name}</bdi>
      </td>
      <td>
        <TextInput
          className={classes.pieces ?? ''}
          size="xs"
          inputMode="numeric"
          autoComplete="off"
          placeholder="0"
          aria-label={t('pieces-of', { face: `${currency} ${name}` })}
          value={text}
          data-first-face={first || undefined}
          autoFocus={first && autoFocus}
          onKeyDown={onKey}
          onFocus={event => event.currentTarget.select()}
          onChange={event => {
            const typed = westernDigits(event.currentTarget.value)
            if (isCount(typed)) onPieces({ ...pieces, [face]: typed })
          }}
        />
      </td>
      <td className={pieces[face] ? '' : classes.none}>
        <Money amountMinor={countedMinor([{ faceMinor, pieces: Number(text) }])} currency={currency} />
      </td>
    </tr>
  )
}

function CountTotals({ currency, pieces, expectedMinor }: DenominationCountProps) {
  const { t } = useTranslation('cash')
  const totalMinor = countedMinor(countOf(pieces))
  return (
    <tfoot aria-live="polite">
      <tr>
        <td className={classes.label} colSpan={2}>
          {t('counted')}
        </td>
        <td>
          <Money amountMinor={totalMinor} currency={currency} strong />
        </td>
      </tr>
      {expectedMinor !== undefined && (
        <tr>
          <td className={classes.label} colSpan={2}>
            {t('expected')}
          </td>
          <td>
            <Money amountMinor={expectedMinor} currency={currency} />
            {expectedMinor === totalMinor && <VisuallyHidden>{t('agrees')}</VisuallyHidden>}
          </td>
        </tr>
      )}
    </tfoot>
  )
}
