/** The card of an entry, readable before any script; without one while the register has never answered. */
import { EntryCard } from '#components/panels/entry/entry-card.tsx'
import { loadEntryCard } from '#lib/server/pages/load-entry.ts'

type Props = { params: Promise<{ slug: string }> }

export default async function EntryCardPage({ params }: Props) {
  return <EntryCard first={await loadEntryCard((await params).slug)} />
}
