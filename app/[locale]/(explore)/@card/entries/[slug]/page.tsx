/** The card of an entry, readable before any script; without one while the register has never answered. */
import { EntryCard } from '#components/panels/entry/entry-card.tsx'
import { readDetailsBySlug } from '#lib/server/published/entry-details.ts'

type Props = { params: Promise<{ slug: string }> }

export default async function EntryCardPage({ params }: Props) {
  return <EntryCard first={await readDetailsBySlug((await params).slug)} />
}
