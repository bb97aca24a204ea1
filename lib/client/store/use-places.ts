/** Addresses from our server for what stands in the search box; a question that is no longer asked is called off. */
import { useEffect, useState } from 'react'
import type { Place } from '#lib/core/domain/place.ts'
import { fetchPlaces } from './fetch-places.ts'

const NONE: readonly Place[] = []
const MIN_QUERY_LENGTH = 3
/** Asked once somebody pauses: a question for each letter would use up the places to ask at, and the last one would get no answer. */
const PAUSE_MILLISECONDS = 150

/** The last places stay until new ones come, so that the list does not jump with each letter. */
export function usePlaces(query: string, isAsking: boolean): readonly Place[] {
  const [places, setPlaces] = useState(NONE)
  const isLongEnough = query.trim().length >= MIN_QUERY_LENGTH
  useEffect(() => {
    if (!isAsking || !isLongEnough) return
    const abort = new AbortController()
    const timer = window.setTimeout(() => {
      fetchPlaces(query, abort.signal).then(setPlaces, () => {})
    }, PAUSE_MILLISECONDS)
    return () => {
      window.clearTimeout(timer)
      abort.abort()
    }
  }, [query, isAsking, isLongEnough])
  return isAsking && isLongEnough ? places : NONE
}
