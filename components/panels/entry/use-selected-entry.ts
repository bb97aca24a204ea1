/** The entry whose card is open, with its details from the page itself or from the server by version and rank. */
import { useEffect, useState } from 'react'
import { describeEntry } from '#lib/client/store/describe-entry.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { fetchWithin } from '#lib/client/store/load-snapshot.ts'
import type { EntryDetails } from '#lib/core/domain/entry-details.ts'
import { type EntryMark, toMark } from '#lib/core/domain/listed-entry.ts'

/** Details as a page brings them along, and the version they are of. */
export type FirstDetails = EntryDetails & { version: string }

export type SelectedEntry = {
  slug: string
  name: string
  mark: EntryMark
  /** Null until they have come, and where they cannot be had. */
  details: EntryDetails | null
  failed: boolean
}

/** Null where no card is open. Until the snapshot has come, the open card is the one that the page brought along. */
export function useSelectedEntry(first: FirstDetails | null): SelectedEntry | null {
  const snapshot = useExplorer((state) => state.snapshot)
  const selected = useExplorer((state) => state.selected)
  const slug = snapshot ? snapshot.texts.slugs[selected ?? -1] : first?.entry.slug
  const brought = first?.entry.slug === slug ? first : null
  const isAsked = snapshot && selected !== null && brought?.version !== snapshot.version
  const fetched = useFetched(isAsked ? `/data/${snapshot.version}/entries/${selected}` : null)
  const details = fetched.details ?? brought
  if (slug === undefined) return null
  if (details) return { slug, name: details.entry.name, mark: toMark(details.entry), details, failed: false }
  if (!snapshot || selected === null) return null
  const mark = describeEntry(snapshot.points, selected)
  return { slug, name: snapshot.texts.names[selected] ?? '', mark, details, failed: fetched.failed }
}

/** What an address answers; a change of the address forgets the former answer at once. */
function useFetched(address: string | null): { details: EntryDetails | null; failed: boolean } {
  const [answer, setAnswer] = useState<{ address: string; details: EntryDetails | null } | null>(null)
  useEffect(() => {
    if (address === null) return
    let isCurrent = true
    const finish = (details: EntryDetails | null) => isCurrent && setAnswer({ address, details })
    fetchWithin(address)
      .then((response) => response.json())
      .then(finish, () => {
        finish(null)
        // The version may be gone: the current one brings a new address for the same entry.
        void useExplorer.getState().load()
      })
    return () => {
      isCurrent = false
    }
  }, [address])
  const isAnswered = answer !== null && answer.address === address
  return { details: isAnswered ? answer.details : null, failed: isAnswered && answer.details === null }
}
