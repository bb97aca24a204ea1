'use client'

/** Entries of the same kind around the chosen spot, so that nothing is reported twice. */
import { useEffect, useMemo } from 'react'
import { listEntryOfRank } from '#lib/client/store/describe-entry.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import { KINDS, type Kind } from '#lib/core/domain/entry.ts'
import type { GeoPoint } from '#lib/core/domain/place.ts'
import { AROUND_ENTRIES, AROUND_METERS, findAround } from '#lib/core/geo/select/around.ts'
import { NearList } from './near-list.tsx'

export function NearBy({ point, kind }: { point: GeoPoint | null; kind: Kind }) {
  const entries = useAround(point, kind)
  return <div role="status">{entries.length > 0 && <NearList entries={entries} />}</div>
}

function useAround(point: GeoPoint | null, kind: Kind) {
  const snapshot = useExplorer((state) => state.snapshot)
  const isAsked = point !== null
  useEffect(() => {
    if (isAsked) void useExplorer.getState().load()
  }, [isAsked])
  return useMemo(() => {
    if (!snapshot || !point) return []
    const { points } = snapshot
    const code = KINDS.indexOf(kind)
    const ranks = findAround(
      points,
      point,
      AROUND_METERS,
      AROUND_ENTRIES,
      (rank) => points.kind[rank] === code,
    )
    return ranks.map((rank) => listEntryOfRank(snapshot, rank))
  }, [snapshot, point, kind])
}
