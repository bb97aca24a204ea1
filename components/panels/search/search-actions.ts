/** What follows when somebody takes a suggestion. The words typed so far have done their work and no longer filter. */

import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { Place } from '#lib/core/domain/place.ts'
import type { Label } from '#lib/core/search/labels.ts'
import type { Filter } from '#lib/core/view/filter.ts'

const DISTRICT_ZOOM = 14

export function filterBy(change: Partial<Filter>): void {
  const { setFilter, pin } = useExplorer.getState()
  pin(null)
  setFilter({ query: '', ...change })
}

export function openEntry(rank: number): void {
  filterBy({})
  useExplorer.getState().select(rank)
}

export function openDistrict({ label, position }: Label): void {
  filterBy({ districts: [label] })
  if (position) useExplorer.getState().setCamera({ ...position, zoom: DISTRICT_ZOOM })
}

export function openPlace(place: Place): void {
  filterBy({})
  useExplorer.getState().pin(place)
}

export function openStreet({ label, detail, position }: Label): void {
  if (position) openPlace({ label: joinParts(label, detail), ...position, source: 'entries' })
}

function joinParts(...parts: string[]): string {
  return parts.filter(Boolean).join(', ')
}
