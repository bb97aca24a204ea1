/** The page of an entry: its card comes from the layout's second slot, the list beside it is the one of the explore page. */
import type { Metadata } from 'next'
import ExplorePage from '#app/[locale]/(explore)/page.tsx'
import { JsonLdScript } from '#components/register/json-ld-script.tsx'
import type { Asked } from '#lib/core/view/paths.ts'
import { readEntryMetadata } from '#lib/server/pages/entry-metadata.ts'
import { loadEntryJsonLd } from '#lib/server/pages/load-entry.ts'

type Props = { params: Promise<{ locale: string; slug: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  return readEntryMetadata(slug, locale)
}

export default async function EntryPage({ params, searchParams }: Props) {
  const { locale, slug } = await params
  const data = await loadEntryJsonLd(slug, locale)
  return (
    <>
      {data && <JsonLdScript data={data} />}
      <ExplorePage params={params} searchParams={searchParams} />
    </>
  )
}
