/** Asks our own server for addresses. */
import type { Place } from '#lib/core/domain/place.ts'

const LIMIT_MILLISECONDS = 8000

/** Addresses for a text; none where the server does not answer in time. Rejects only when the signal aborts. */
export async function fetchPlaces(query: string, signal: AbortSignal): Promise<Place[]> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MILLISECONDS)])
    const response = await fetch(`/data/places?q=${encodeURIComponent(query)}`, { signal: limit })
    if (!response.ok) return []
    const { places } = (await response.json()) as { places: Place[] }
    return places
  } catch {
    signal.throwIfAborted()
    return []
  }
}
