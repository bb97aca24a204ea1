/** Where the sources of an entry say something else than it does: what people changed stays, and staff can compare. */
import { getTranslations } from 'next-intl/server'
import { Section } from '#components/about/section.tsx'
import { type Fields, readSourceSays } from '#lib/data/moderation.ts'
import { listChanged } from '#lib/moderation/difference.ts'
import { createSessionClient } from '#lib/supabase/session.ts'
import { DifferenceTable } from './difference-table.tsx'

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
