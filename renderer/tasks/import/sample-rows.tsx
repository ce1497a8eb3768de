import { useTranslation } from 'react-i18next'
import type { ImportFile } from '../../../core/engine/open-import.ts'
import { Panel } from '../../ui/panel.tsx'
import classes from './import.module.css'
import { fieldsOf, type ImportForm } from './import-form.ts'

/** The first rows of the file under the fields that their columns are. */
export function SampleRows({ file, form }: { readonly file: ImportFile; readonly form: ImportForm }) {
  const { t } = useTranslation(['import', 'refusals'])
  const shown = fieldsOf(form.kind).flatMap(field => {
    const place = form.mapping[field]
    return place === undefined ? [] : [{ field, place }]
  })
  return (
    <Panel title={t('import:sample')} aside={t('import:rows', { count: file.rowCount })}>
      <div className={classes.scroller}>
        <table className={classes.sample}>
          <thead>
            <tr>
              {shown.map(({ field }) => (
                <th key={field} scope="col">
                  {t(`refusals:field-${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.sample.map(({ row, cells }) => (
              <tr key={row}>
                {shown.map(({ field, place }) => (
                  <td key={field}>
                    <bdi>{cells[place]}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
