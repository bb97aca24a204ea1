/** The page of an entry: its card comes from the layout's second slot, the list beside it is the one of the explore page. */
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import ExplorePage from '#app/[locale]/(explore)/page.tsx'
import { JsonLdScript } from '#components/register/json-ld-script.tsx'
import { type Asked, toEntryPath } from '#lib/core/view/paths.ts'
import { readCity } from '#lib/server/city.ts'
import { toOrigin } from '#lib/server/http/public-url.ts'
import { toEntryJsonLd } from '#lib/server/pages/entry-json-ld.ts'
import { readEntryMetadata } from '#lib/server/pages/entry-metadata.ts'
import { findAbsence } from '#lib/server/published/absence.ts'
import { readEntry } from '#lib/server/published/entry-details.ts'

type Props = { params: Promise<{ locale: string; slug: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  return readEntryMetadata(slug, locale, toOrigin(await headers()))
}

export default async function EntryPage({ params, searchParams }: Props) {
  const { locale, slug } = await params
  const found = await readEntry(slug)
  if (!found && (await findAbsence(slug))) notFound()
  const { name, country } = readCity()
  const url = toOrigin(await headers()) + toEntryPath(locale, slug)
  return (
    <>
      {found && <JsonLdScript data={toEntryJsonLd(found.entry, { url, city: name.de, country })} />}
      <ExplorePage params={params} searchParams={searchParams} />
    </>
  )
}
