/** Areas and density of the published businesses, as the public interface gives them: drawn once a version and parameters. */
import { KINDS } from '#lib/core/domain/entry.ts'
import { nameAreas } from '#lib/core/geo/areas/area-names.ts'
import type { DistrictPoints } from '#lib/core/geo/areas/areas.ts'
import { clusterPoints, outlineGroups } from '#lib/core/geo/areas/groups.ts'
import { describeOutline, type PlanningGround } from '#lib/core/geo/areas/planning-ground.ts'
import { countCells } from '#lib/core/geo/density/density.ts'
import { findDensity } from '#lib/core/geo/density/density-cells.ts'
import { suggestBandwidth } from '#lib/core/geo/density/suggest-bandwidth.ts'
import { projectPoints } from '#lib/core/geo/plane/projection.ts'
import { NO_FILTER } from '#lib/core/view/filter.ts'
import { keepAnswer } from '#lib/server/published/kept-answers.ts'
import { scanSnapshot } from '#lib/server/published/scan-snapshot.ts'
import type { Snapshot } from '#lib/server/published/snapshot.ts'
import { type AreasQuery, type DensityQuery, MAX_ANSWER_AREAS, MAX_ANSWER_CELLS } from './analysis-query.ts'
import { toFaultsResponse } from './api-response.ts'

type Read = Pick<Snapshot, 'version' | 'places' | 'columns'>

/**
 * Outlines of DBSCAN's clusters (which are found again each time, to count them), each with the facts that the page of planning names, the
 * parameters beside the features; 400 with the cure where they would be too many. The ground is of the snapshot's version.
 */
export function answerAreas(snapshot: Read, query: AreasQuery, ground: PlanningGround): Response {
  const { points, withoutPlace } = pickBusinesses(snapshot, query.disciplines)
  const clusters = clusterPoints(points, {
    epsMeters: query.epsMeters ?? undefined,
    minPoints: query.minPoints,
  })
  if (clusters.count > MAX_ANSWER_AREAS) {
    const detail = `This makes ${clusters.count} areas, and ${MAX_ANSWER_AREAS} are the most: use a higher min_points, or another eps.`
    return toFaultsResponse([{ parameter: 'min_points', detail }])
  }
  const { today } = ground
  return answerWith(snapshot, ['areas', query, today], () => {
    const { areas, ...used } = outlineGroups(points, clusters)
    const names = nameAreas(areas, ground.surroundings)
    const parameters = {
      version: snapshot.version,
      today,
      discipline: query.disciplines,
      ...used,
      isEpsSuggested: query.epsMeters === null,
      withoutPlace,
    }
    const features = areas.features.map((feature, place) => {
      const near = names[place]?.landmark?.name ?? null
      const facts = describeOutline(ground, feature.geometry)
      return { ...feature, properties: { ...feature.properties, near, ...facts } }
    })
    return { type: areas.type, parameters, features }
  })
}

/** Cells of the kernel density in businesses per km2; 400 with the cure where they would be too many. */
export function answerDensity(snapshot: Read, query: DensityQuery): Response {
  const { bandwidthMeters, cellMeters } = query
  const { points, withoutPlace } = pickBusinesses(snapshot, query.disciplines)
  const plane = projectPoints(points.lng, points.lat)
  const cells = countCells(plane, bandwidthMeters, cellMeters)
  if (cells > MAX_ANSWER_CELLS) {
    const least = Math.ceil(cellMeters * Math.sqrt(cells / MAX_ANSWER_CELLS))
    const detail = `This makes ${cells} cells, and ${MAX_ANSWER_CELLS} are the most: use about ${least} m or more${least * 3 > bandwidthMeters ? ` with a bandwidth of ${3 * least} m or more` : ''}.`
    return toFaultsResponse([{ parameter: 'cell', detail }])
  }
  return answerWith(snapshot, ['density', query], () => {
    const { cells, ...used } = findDensity(points, { bandwidthMeters, cellMeters })
    const suggestedBandwidthMeters = suggestBandwidth(plane)?.bandwidthMeters ?? null
    const parameters = {
      version: snapshot.version,
      discipline: query.disciplines,
      ...used,
      suggestedBandwidthMeters,
      unit: 'businesses per km2',
      withoutPlace,
    }
    return { type: cells.type, parameters, features: cells.features }
  })
}

function answerWith({ version }: Read, key: unknown, work: () => object): Response {
  const body = keepAnswer(version, JSON.stringify(key), () =>
    new TextEncoder().encode(JSON.stringify(work())),
  )
  return new Response(body, { headers: { 'Content-Type': 'application/geo+json' } })
}

/** Businesses of any of some disciplines, each once; those without a shown place are counted only. */
function pickBusinesses(
  snapshot: Read,
  disciplines: AreasQuery['disciplines'],
): { points: DistrictPoints; withoutPlace: number } {
  const { places, columns } = snapshot
  const filter = { ...NO_FILTER, disciplines, kind: KINDS[0] }
  const { mask, matching } = scanSnapshot(snapshot, filter, { view: null, recentSinceDay: 1 })
  const ranks = Array.from(mask.subarray(0, places.locatedCount).keys()).filter((rank) => mask[rank])
  const points = {
    lng: Float64Array.from(ranks, (rank) => places.lng[rank] ?? 0),
    lat: Float64Array.from(ranks, (rank) => places.lat[rank] ?? 0),
    districts: ranks.map((rank) => columns.districts[rank] ?? -1),
    districtNames: columns.districtNames,
  }
  return { points, withoutPlace: matching - ranks.length }
}
