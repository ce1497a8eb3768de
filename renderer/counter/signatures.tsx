import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AccountAnswer } from '../../core/query/savings-answers.ts'
import classes from './signatures.module.css'

/** What a command says about who signed: nothing where one holder is enough. */
export const signaturesOf = (
  { signing }: AccountAnswer,
  signedBy: readonly string[],
): { readonly signedBy?: string[] } => (signing === 'all' ? { signedBy: [...signedBy] } : {})

interface SignaturesProps {
  readonly account: AccountAnswer
  readonly signedBy: readonly string[]
  readonly onChange: (signedBy: readonly string[]) => void
}

/** Where all holders sign together: a mark for each who has signed the paper. Absent where one is enough. */
export function Signatures({ account: { holders, signing }, signedBy, onChange }: SignaturesProps) {
  const { t } = useTranslation('savings')
  if (signing !== 'all' || holders.length < 2) return null
  return (
    <fieldset className={classes.signatures}>
      <legend>{t('signatures')}</legend>
      <p className={classes.hint}>{t('signatures-hint')}</p>
      {holders.map(({ clientId, name, number }) => (
        <Checkbox
          key={clientId}
          label={
            <>
              <bdi>{name}</bdi> <bdi className={classes.number}>{number}</bdi>
            </>
          }
          checked={signedBy.includes(clientId)}
          onChange={event =>
            onChange(
              event.currentTarget.checked ? [...signedBy, clientId] : signedBy.filter(other => other !== clientId),
            )
          }
        />
      ))}
    </fieldset>
  )
}
