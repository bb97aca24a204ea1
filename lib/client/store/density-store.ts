/** The switch "density": how dense the filtered entries lie, as an image for the map. */
import { create } from 'zustand'
import { tasks } from '#lib/client/worker/client.ts'
import { BANDWIDTH_METERS } from '#lib/core/domain/bandwidth.ts'
import type { Kind } from '#lib/core/domain/entry.ts'
import type { DensityImage } from '#lib/core/geo/density/density-image.ts'
import { pickPlaces } from '#lib/core/geo/select/pick-places.ts'
import { toRampTable } from '#lib/core/style/density-ramp.ts'
import type { Theme } from '#lib/core/style/tokens.ts'
import { type FilteredWork, followFiltered, type Switch } from './follow-filtered.ts'

/** Of businesses, or of spaces where the filter asks for these alone. */
export type KindDensity = DensityImage & { kind: Kind }

export type DensityState = Switch & {
  bandwidthMeters: number
  theme: Theme
  /** Null until it is there; the former one stays while a new one is worked out. */
  density: KindDensity | null
  /** What is told of the spot under the pointer or in the map's middle; null while nothing is pointed at. */
  spot: { perSquareKilometer: number; isMiddle: boolean } | null
  turn(isOn: boolean): void
  setBandwidth(bandwidthMeters: number): void
}

export const useDensity = create<DensityState>()((set) => ({
  isOn: false,
  isWorking: false,
  hasFailed: false,
  bandwidthMeters: BANDWIDTH_METERS,
  theme: 'light',
  density: null,
  spot: null,
  turn: (isOn) => set({ isOn }),
  setBandwidth: (bandwidthMeters) => set({ bandwidthMeters }),
}))

const DENSITY_WORK: FilteredWork<DensityState> = {
  restsOn: ({ bandwidthMeters, theme }) => [bandwidthMeters, theme],
  work: async ({ snapshot: { points }, mask, kind: asked }, { bandwidthMeters, theme }, signal) => {
    const kind = asked ?? 'business'
    const { lng, lat } = pickPlaces(points, mask, kind)
    const options = { bandwidthMeters, table: toRampTable(theme) }
    const image = await tasks.run('drawDensity', [{ lng, lat }, options], signal)
    return { density: { ...image, kind } }
  },
  none: { density: null },
}

/** Works the density out whenever the switch is on and filter or bandwidth are others; returns what ends it. */
export function followDensity(): () => void {
  return followFiltered(useDensity, DENSITY_WORK)
}
