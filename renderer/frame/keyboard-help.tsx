import { useTranslation } from 'react-i18next'
import { shortcuts } from '../lib/shortcuts.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Shortcut } from '../ui/shortcut.tsx'
import classes from './keyboard-help.module.css'

const helped = [
  ['counter-deposit', shortcuts.deposit],
  ['counter-withdraw', shortcuts.withdraw],
  ['counter-transfer', shortcuts.transfer],
  ['counter-new-client', shortcuts.newClient],
  ['counter-drawer', shortcuts.drawer],
  ['counter-new-loan', shortcuts.newLoan],
  ['place-exchange', shortcuts.exchange],
  ['help-palette', shortcuts.palette],
  ['help-confirm', 'enter'],
  ['help-back', shortcuts.back],
  ['lock', shortcuts.lock],
  ['help-larger', 'ctrl+plus'],
  ['keyboard', shortcuts.help],
] as const

/** Every key that works everywhere, on one card. */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('frame')
  return (
    <Dialog title={t('keyboard')} onClose={onClose} size="sm">
      <dl className={classes.keys}>
        {helped.map(([name, keys]) => (
          <div className={classes.line} key={name}>
            <dt>{t(name)}</dt>
            <dd>
              <Shortcut keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={classes.note}>{t('help-lists')}</p>
    </Dialog>
  )
}
