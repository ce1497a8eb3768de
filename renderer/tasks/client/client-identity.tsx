import { useTranslation } from 'react-i18next'
import { ageOn } from '../../../core/calendar/business-date.ts'
import type { ClientAnswer } from '../../../core/query/client-answers.ts'
import { ClientPhoto } from '../../counter/client-photo.tsx'
import { Facts } from '../../counter/facts.tsx'
import { formatDate } from '../../lib/format-date.ts'
import { formatPhone } from '../../lib/format-phone.ts'
import { languages } from '../../lib/languages.ts'
import { useOpenSession } from '../../lib/session.ts'
import { Panel } from '../../ui/panel.tsx'
import classes from './client-identity.module.css'

/** Who the person is, as far as they have told: face, birth, papers, and where to find them. */
export function ClientIdentity({ client }: { readonly client: ClientAnswer }) {
  const { t, i18n } = useTranslation('clients')
  const today = useOpenSession()?.businessDate ?? client.registeredOn
  const { profile } = client
  const document = profile.idDocument
  return (
    <Panel title={t('identity')}>
      <div className={classes.photo}>
        <ClientPhoto clientId={client.clientId} name={client.name} size="large" />
      </div>
      <Facts
        words
        facts={[
          [
            t('birth-date'),
            `${formatDate(profile.birthDate, i18n.language)} · ${t('age', { count: ageOn(profile.birthDate, today) })}`,
          ],
          [t('sex'), profile.sex !== 'unstated' && t(`sex-${profile.sex}`)],
          [
            t('phone'),
            profile.phone && (
              <bdi dir="ltr" data-selectable>
                {formatPhone(profile.phone)}
              </bdi>
            ),
          ],
          [
            document ? t(`id-${document.kind}`) : t('id-document'),
            document && <bdi data-selectable>{document.number}</bdi>,
          ],
          [t('address'), profile.address],
          [t('language'), profile.language && languages[profile.language]],
          [t('registered-on'), formatDate(client.registeredOn, i18n.language)],
        ]}
      />
    </Panel>
  )
}
