/** What was done, by whom, newest first, page by page. */
import { getFormatter, getTranslations } from 'next-intl/server'
import { PLAIN_BUTTON } from '#components/ui/button-styles.ts'
import { DataTable } from '#components/ui/data-table.tsx'
import { toAdminPath } from '#lib/core/view/paths.ts'
import type { AuditPage } from '#lib/server/pages/load-administration.ts'

type Props = { locale: string; page: AuditPage }

export async function AuditTable({ locale, page: { before, records, next } }: Props) {
  const t = await getTranslations('admin')
  const common = await getTranslations('staff')
  const format = await getFormatter()
  const toAction = (action: string) => {
    const key = `actions.${action.replace('.', '_')}`
    return t.has(key) ? t(key) : action
  }
  if (records.length === 0) return <p className="mt-8 text-muted">{t('noRecords')}</p>
  return (
    <div className="mt-8 space-y-6">
      <DataTable
        caption={t('audit')}
        isCaptionHidden
        columns={['when', 'who', 'what', 'about', 'details'].map((name) => ({ name: t(name) }))}
        rows={records.map(({ id, at, actor, action, object_type, object_id, changes }) => ({
          key: String(id),
          cells: [
            format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' }),
            <span key="actor" className="block min-w-40 wrap-anywhere">
              {actor ?? t('system')}
            </span>,
            toAction(action),
            <span key="object" className="block min-w-28 wrap-anywhere">
              {`${t(`objects.${object_type}`)} ${object_id.slice(0, 12)}`}
            </span>,
            <span key="changes" className="block min-w-60 wrap-anywhere font-mono text-xs">
              {changes === '{}' ? '–' : changes}
            </span>,
          ],
        }))}
      />
      <p className="flex flex-wrap gap-3">
        {before !== null && (
          <a href={toAdminPath(locale, 'audit')} className={PLAIN_BUTTON}>
            {common('first')}
          </a>
        )}
        {next !== null && (
          <a href={`${toAdminPath(locale, 'audit')}?before=${next}`} className={PLAIN_BUTTON}>
            {common('next')}
          </a>
        )}
      </p>
    </div>
  )
}
