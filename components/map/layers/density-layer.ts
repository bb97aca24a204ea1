/** Lays the density of the store under the marks and tells its value at the spot that somebody points at. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { followSpot } from '#components/map/follow-spot.ts'
import { createBusy, type Work } from '#components/map/map-state.ts'
import { type DensityState, useDensity } from '#lib/client/store/density-store.ts'
import type { Spot } from '#lib/client/store/map-spot.ts'
import { readDensity } from '#lib/core/geo/density/density-image.ts'
import { DENSITY_LAYER, densityLayer } from '#lib/core/style/density-layer-spec.ts'
import { GROUP_GROUND_LAYER } from '#lib/core/style/group-layers.ts'
import { applyDensityImage } from './density-picture.ts'

export function showDensity(map: MapLibreMap, work: Work, signal: AbortSignal): void {
  const setBusy = createBusy(work)
  let spot: Spot | null = null

  function tell(): void {
    const { density, isOn } = useDensity.getState()
    const told = isOn && density && spot
    useDensity.setState({
      spot: told
        ? { perSquareKilometer: readDensity(density.grid, told.lng, told.lat), isMiddle: told.isMiddle }
        : null,
    })
  }

  function update({ density, isWorking }: DensityState, before?: DensityState): void {
    setBusy(isWorking)
    if (density !== before?.density) {
      apply(density)
      tell()
    }
  }

  function apply(density: DensityState['density']): void {
    const order = map.getLayersOrder()
    // Names of the ground are read through it; where there is no ground yet, our own layers stand first.
    const above = order.find((id) => map.getLayer(id)?.type === 'symbol' || id === GROUP_GROUND_LAYER)
    applyDensityImage(map, densityLayer, above, density)
    map.triggerRepaint()
  }

  followSpot(map, (pointed) => {
    spot = pointed
    if (useDensity.getState().isOn) tell()
  })
  // A basemap that comes or changes takes the image away.
  map.on('styledata', () => {
    const { density } = useDensity.getState()
    if (density?.topPerSquareKilometer && !map.getSource(DENSITY_LAYER)) apply(density)
  })
  signal.addEventListener('abort', useDensity.subscribe(update))
  update(useDensity.getState())
}
