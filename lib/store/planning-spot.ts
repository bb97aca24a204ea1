/** The spot whose density is told: under the pointer, or with the keyboard on the map its middle. */
import { create } from 'zustand'

export type Spot = { lng: number; lat: number; isMiddle: boolean }

export const usePlanningSpot = create<{ spot: Spot | null }>()(() => ({ spot: null }))
