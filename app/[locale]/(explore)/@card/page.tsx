/** No entry is named by the path; the card opens when a visitor selects one. */
import { EntryCard } from '#components/panels/entry/entry-card.tsx'

export default function SelectedCardPage() {
  return <EntryCard first={null} />
}
