/** Earlier imports, by command or page, newest first. */
import { getFormatter, getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import { OUTCOMES } from '#lib/server/import/counts.ts'
import { readImportRuns } from '#lib/server/queries/imports.ts'
import { createSessionClient } from '#lib/server/supabase/session.ts'

export async function ImportRuns() {
  const runs = await readImportRuns(await createSessionClient())
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
      rows={runs.map(({ id, source_key, profile, file_name, started_at, counts }) => ({
        key: id,
        cells: [
          format.dateTime(new Date(started_at), { dateStyle: 'medium', timeStyle: 'short' }),
          <code key="source">{source_key}</code>,
          <span key="file" className="block min-w-32 wrap-anywhere">{`${file_name} (${profile})`}</span>,
          t('count', { count: counts.read ?? 0 }),
          OUTCOMES.filter((name) => counts[name])
            .map((name) => `${t(`counts.${name}`)} ${t('count', { count: counts[name] ?? 0 })}`)
            .join(', '),
        ],
      }))}
    />
  )
}
