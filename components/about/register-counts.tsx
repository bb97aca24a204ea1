/** What the map holds: by kind, by discipline, by use, by district. */
import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '#components/ui/data-table.tsx'
import { Section } from '#components/ui/section.tsx'
import type { RegisterSummary } from '#lib/core/domain/register-summary.ts'
import { DisciplineBars, UseBars } from './share-bars.tsx'

export function RegisterCounts({ summary }: { summary: RegisterSummary }) {
  const t = useTranslations('about.counts')
  const format = useFormatter()
  const { businesses, spaces, unplaced, byDiscipline, byUse, byDistrict } = summary
  const figures = [
    [businesses, t('businesses', { count: businesses })],
    [spaces, t('spaces', { count: spaces })],
    [unplaced, t('unplaced')],
  ] as const
  return (
    <Section id="counts" title={t('title')}>
      <ul className="grid gap-3 sm:grid-cols-3">
        {figures.map(([count, name]) => (
          <li key={name} className="rounded-2xl border border-line bg-sheet p-5">
            <span className="block font-bold font-display text-4xl tabular-nums">{format.number(count)}</span>
            <span className="text-muted">{name}</span>
          </li>
        ))}
      </ul>
      <p className="max-w-2xl text-muted">{t('rule')}</p>
      <div className="grid gap-x-12 gap-y-8 pt-2 md:grid-cols-2">
        {byDiscipline.length > 0 && (
          <div>
            <h3 className="mb-3 font-semibold">{t('byDiscipline')}</h3>
            <DisciplineBars rows={byDiscipline} />
          </div>
        )}
        {byUse.length > 0 && (
          <div>
            <h3 className="mb-3 font-semibold">{t('byUse')}</h3>
            <UseBars rows={byUse} />
          </div>
        )}
      </div>
      <DataTable
        caption={t('byDistrict')}
        columns={[
          { name: t('district') },
          { name: t('business'), isNumber: true },
          { name: t('space'), isNumber: true },
          { name: t('all'), isNumber: true },
        ]}
        rows={byDistrict.map((row) => ({
          key: row.district ?? '',
          cells: [
            row.district ?? t('noDistrict'),
            format.number(row.businesses),
            format.number(row.spaces),
            format.number(row.businesses + row.spaces),
          ],
        }))}
      />
    </Section>
  )
}
