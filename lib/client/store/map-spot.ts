/** The spot whose density is told: under the pointer, or with the keyboard on the map its middle. */
import { create } from 'zustand'

export type Spot = { lng: number; lat: number; isMiddle: boolean }

type SpotState = {
  spot: Spot | null
  /** Where the middle of the map is; null while there is no map. */
  middle: (() => { lng: number; lat: number }) | null
}

export const useMapSpot = create<SpotState>()(() => ({ spot: null, middle: null }))

export function readMiddle(): { lng: number; lat: number } | null {
  return useMapSpot.getState().middle?.() ?? null
}
