/** Earlier imports, by command or page, newest first. */
import { getFormatter, getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import type { ImportPage } from '#lib/server/pages/load-import.ts'

export async function ImportRuns({ runs }: { runs: ImportPage['runs'] }) {
  const t = await getTranslations('importing')
  const format = await getFormatter()
  if (runs.length === 0) return <p className="text-muted">{t('noRuns')}</p>
  return (
    <DataTable
      caption={t('runsTable')}
      isCaptionHidden
      columns={[
        { name: t('columns.when') },
        { name: t('labels.source') },
        { name: t('columns.file') },
        { name: t('counts.read'), isNumber: true },
        { name: t('columns.outcome') },
      ]}
      rows={runs.map(({ id, source_key, profile, file_name, started_at, read, outcomes }) => ({
        key: id,
        cells: [
          format.dateTime(new Date(started_at), { dateStyle: 'medium', timeStyle: 'short' }),
          <code key="source">{source_key}</code>,
          <span key="file" className="block min-w-32 wrap-anywhere">{`${file_name} (${profile})`}</span>,
          t('count', { count: read }),
          outcomes.map(({ name, count }) => `${t(`counts.${name}`)} ${t('count', { count })}`).join(', '),
        ],
      }))}
    />
  )
}
