/** The card of an entry, readable before any script. */
import { notFound } from 'next/navigation'
import { FirstCard } from '#components/panels/first-card.tsx'
import { readSnapshot } from '#lib/data/snapshot-cache.ts'

type Props = { params: Promise<{ slug: string }> }

export default async function EntryCardPage({ params }: Props) {
  const { slug } = await params
  const { entries } = await readSnapshot()
  const entry = entries.find((candidate) => candidate.slug === slug)
  if (!entry) notFound()
  return <FirstCard entry={entry} />
}
