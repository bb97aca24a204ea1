/** Where the sources of an entry say something else than it does: what people changed stays, and staff can compare. */
import { getTranslations } from 'next-intl/server'
import { DifferenceTable } from '#components/staff/queue/difference-table.tsx'
import { Section } from '#components/ui/section.tsx'
import { listChanged } from '#lib/server/moderation/difference.ts'
import { type Fields, readSourceSays } from '#lib/server/queries/moderation.ts'
import { createSessionClient } from '#lib/server/supabase/session.ts'

export async function SourceSays({ slug, fields }: { slug: string; fields: Fields }) {
  const sources = await readSourceSays(await createSessionClient(), slug)
  const t = await getTranslations('editing')
  const differing = sources
    .map(({ source, said }) => ({ source, changes: listChanged(fields, said) }))
    .filter(({ changes }) => changes.length > 0)
  if (differing.length === 0) return null
  return (
    <Section id="sources" title={t('sourceSays')}>
      <p>{t('sourceSaysText')}</p>
      {differing.map(({ source, changes }) => (
        <div key={source} data-source-says={source}>
          <DifferenceTable changes={changes} isNew={false} source={source} />
        </div>
      ))}
    </Section>
  )
}
