import { IconBuildingBank, IconDeviceLaptop } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFirstRun } from '../../lib/first-run.ts'
import { Cover } from '../../ui/cover.tsx'
import { LanguageChoice } from '../../ui/language-choice.tsx'
import { CreateInstitution } from './create-institution.tsx'
import classes from './first-run.module.css'
import { JoinInstitution } from './join-institution.tsx'
import { RecoveryCode } from './recovery-code.tsx'

/** A computer that belongs to no institution yet: found one here, or join one that exists. */
export function FirstRunPage() {
  const { t } = useTranslation('frame')
  const { recoveryCode, older } = useFirstRun()
  const [way, setWay] = useState<'create' | 'join'>()
  if (recoveryCode) return <RecoveryCode code={recoveryCode} older={older} />
  if (way === 'create') return <CreateInstitution onBack={() => setWay(undefined)} />
  if (way === 'join') return <JoinInstitution onBack={() => setWay(undefined)} />
  return (
    <Cover title={t('first-run-title')} subtitle={t('first-run-about')} foot={<LanguageChoice />}>
      <div className={classes.ways}>
        <Way
          icon={<IconBuildingBank size={26} stroke={1.4} />}
          title={t('first-run-create')}
          onChoose={() => setWay('create')}
          autoFocus
        >
          {t('first-run-create-about')}
        </Way>
        <Way
          icon={<IconDeviceLaptop size={26} stroke={1.4} />}
          title={t('first-run-join')}
          onChoose={() => setWay('join')}
        >
          {t('first-run-join-about')}
        </Way>
      </div>
    </Cover>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly title: string
  readonly children: ReactNode
  readonly onChoose: () => void
  readonly autoFocus?: boolean
}

function Way({ icon, title, children, onChoose, autoFocus = false }: WayProps) {
  return (
    // biome-ignore lint/a11y/noAutofocus: the first way is the usual one, and this page has nothing before it
    <button type="button" className={classes.way} onClick={onChoose} autoFocus={autoFocus}>
      <span className={classes.icon}>{icon}</span>
      <span>
        <span className={classes.title}>{title}</span>
        <span className={classes.text}>{children}</span>
      </span>
    </button>
  )
}
