import { useTranslation } from 'react-i18next'
import { compareOffers } from '../../../core/products/compare-offers.ts'
import type { LoanOffer } from '../../../core/products/loan-offer.ts'
import type { LoanPreview } from '../../../core/products/loan-preview.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useFrequencyWord } from '../../lib/frequency-word.ts'
import { Action } from '../../ui/action.tsx'
import { Money } from '../../ui/money.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { Stack } from '../../ui/page.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ApplicationForm } from './application-form.ts'
import { useCountedOffer } from './live-loan.tsx'
import classes from './loan-application.module.css'

interface OtherOfferProps {
  readonly product: LoanProduct
  readonly form: ApplicationForm
  readonly onChange: (changes: Partial<ApplicationForm>) => void
  readonly preview: LoanPreview | null
  readonly offer: LoanOffer
}

/** What if: another offer beside this one, with what is different. Rule: W61. */
export function OtherOffer({ product, form, onChange, preview, offer }: OtherOfferProps) {
  const { t } = useTranslation('loan-application')
  const frequencyWord = useFrequencyWord()
  const other = useCountedOffer(product, offer)
  const take = (): void =>
    onChange({
      principal: form.otherPrincipal || form.principal,
      frequency: form.otherFrequency || form.frequency,
      installments: form.otherInstallments || (form.otherFrequency ? '' : form.installments),
      isCompared: false,
      otherPrincipal: '',
      otherInstallments: '',
      otherFrequency: '',
    })
  return (
    <section aria-label={t('other-offer')}>
      <Stack>
        <div className={classes.secured}>
          <span className={classes.step}>{t('other-offer')}</span>
          <span className={classes.about}>{t('other-offer-hint')}</span>
        </div>
        <div className={classes.other}>
          <MoneyField
            label={t('other-principal')}
            currency={product.currency}
            text={form.otherPrincipal}
            onText={otherPrincipal => onChange({ otherPrincipal })}
            autoFocus
          />
          {product.frequencies.length > 1 && (
            <SelectField
              label={t('other-frequency')}
              value={form.otherFrequency || form.frequency}
              onValue={otherFrequency => onChange({ otherFrequency, otherInstallments: '' })}
              options={product.frequencies.map((frequency, place) => ({
                value: String(place),
                label: frequencyWord(frequency),
              }))}
            />
          )}
          <TextField
            label={t('other-installments')}
            text={form.otherInstallments}
            onText={otherInstallments => onChange({ otherInstallments })}
            inputMode="numeric"
            dir="ltr"
            maxLength={3}
          />
        </div>
        {preview && other ? (
          <Compared preview={preview} other={other} currency={product.currency} />
        ) : (
          <p className={classes.about}>{t('not-countable')}</p>
        )}
        <div className={classes.acts}>
          <Action disabled={!other} onAct={take}>
            {t('take-other')}
          </Action>
          <Action onAct={() => onChange({ isCompared: false })}>{t('leave-other')}</Action>
        </div>
      </Stack>
    </section>
  )
}

interface ComparedProps {
  readonly preview: LoanPreview
  readonly other: LoanPreview
  readonly currency: LoanProduct['currency']
}

function Compared({ preview, other, currency }: ComparedProps) {
  const { t, i18n } = useTranslation('loan-application')
  const lastOf = ({ installments }: LoanPreview): string => {
    const last = installments.at(-1)
    return last ? formatDate(last.dueOn, i18n.language) : ''
  }
  return (
    <table className={classes.compared} aria-label={t('other-offer')} aria-live="polite">
      <thead>
        <tr>
          <th scope="col">{t('compared')}</th>
          <th scope="col">{t('this-one')}</th>
          <th scope="col">{t('other-one')}</th>
          <th scope="col">{t('difference')}</th>
        </tr>
      </thead>
      <tbody>
        {compareOffers(preview, other).map(({ name, thisMinor, otherMinor, differenceMinor }) => (
          <tr key={name}>
            <th scope="row">{t(`compared-${name}`)}</th>
            <td>
              <Money amountMinor={thisMinor} currency={currency} aligned />
            </td>
            <td>
              <Money amountMinor={otherMinor} currency={currency} aligned />
            </td>
            <td>
              <Money amountMinor={differenceMinor} currency={currency} aligned strong={differenceMinor !== 0n} />
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('compared-last')}</th>
          <td>{lastOf(preview)}</td>
          <td>{lastOf(other)}</td>
          <td />
        </tr>
      </tbody>
    </table>
  )
}
