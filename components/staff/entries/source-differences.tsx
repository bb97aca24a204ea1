/** Where the sources of an entry say something else than it does: what people changed stays, and staff can compare. */
import { getTranslations } from 'next-intl/server'
import { DifferenceTable } from '#components/staff/queue/difference-table.tsx'
import { Section } from '#components/ui/section.tsx'
import type { StaffEntryPage } from '#lib/server/pages/load-staff-entry.ts'

export async function SourceDifferences({ sources }: { sources: StaffEntryPage['sources'] }) {
  const t = await getTranslations('editing')
  if (sources.length === 0) return null
  return (
    <Section id="sources" title={t('sourceDifferences')}>
      <p>{t('sourceDifferencesText')}</p>
      {sources.map(({ source, changes }) => (
        <div key={source} data-source-differences={source}>
          <DifferenceTable changes={changes} isNew={false} source={source} />
        </div>
      ))}
    </Section>
  )
}
