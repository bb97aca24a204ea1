/** Runs one analysis on the points of a file: the result with its parameters, and a sentence about it. */

import { BANDWIDTH_METERS } from '#lib/core/domain/bandwidth.ts'
import { findGroups, MIN_POINTS } from '#lib/core/geo/areas/groups.ts'
import { findHotspots } from '#lib/core/geo/chance/hotspots.ts'
import type { Null } from '#lib/core/geo/chance/null-places.ts'
import { measureClustering } from '#lib/core/geo/chance/ripley.ts'
import { CELL_METERS, countCells, MIN_CELLS_PER_BANDWIDTH } from '#lib/core/geo/density/density.ts'
import { findDensity } from '#lib/core/geo/density/density-cells.ts'
import { suggestBandwidth } from '#lib/core/geo/density/suggest-bandwidth.ts'
import { type PlanePoints, projectPoints } from '#lib/core/geo/plane/projection.ts'
import type { Analysis, AnalysisCommand } from './analysis-command.ts'
import { type ReadPoints, readOutline, readPoints, requireSpread } from './read-points.ts'

/** More take gigabytes of memory. */
const MAX_CELLS = 6_000_000

/** A FeatureCollection with `parameters` beside its features; of Ripley's L an object with its curve. */
export type AnalysisOutcome = { result: Result; sentence: string }
export type Result = { features?: readonly object[] } & Record<string, unknown>

/** The result as text, a line per feature. */
export function* writeResult({ features, ...members }: Result): Generator<string> {
  const head = JSON.stringify(members)
  if (!features) {
    yield `${head}\n`
    return
  }
  yield `${head.slice(0, -1)},"features":[\n`
  for (const [index, feature] of features.entries())
    yield `${JSON.stringify(feature)}${index < features.length - 1 ? ',' : ''}\n`
  yield ']}\n'
}

/** Below that an analysis says nothing. */
const LEAST_POINTS: Record<Analysis, number> = {
  density: 2,
  areas: 2,
  hotspots: MIN_POINTS,
  ripley: MIN_POINTS,
}

/** Throws with the cure when the file cannot be used. */
export function runAnalysis(command: AnalysisCommand): AnalysisOutcome {
  const points = readPoints(command.input)
  requireSpread(points, LEAST_POINTS[command.analysis], command.input)
  return ANALYSES[command.analysis](points, command)
}

const ANALYSES: Record<Analysis, (points: ReadPoints, command: AnalysisCommand) => AnalysisOutcome> = {
  density: (points, { numbers }) => {
    const plane = projectPoints(points.lng, points.lat)
    const { bandwidth = BANDWIDTH_METERS, cell = chooseCell(plane, bandwidth) } = numbers
    const { cells, ...used } = findDensity(points, {
      bandwidthMeters: bandwidth,
      cellMeters: cell,
      maxCells: MAX_CELLS,
    })
    const suggested = suggestBandwidth(plane)?.bandwidthMeters ?? null
    const parameters = { ...used, leftOut: points.leftOut, suggestedBandwidthMeters: suggested }
    const { type, features } = cells
    const highest = features.reduce((most, { properties }) => Math.max(most, properties.density), 0)
    return {
      result: { type, parameters: { ...parameters, unit: 'businesses per km2' }, features },
      sentence: `${used.n} points, bandwidth ${used.bandwidthMeters} m (suggested: ${suggested ?? 'none'}), ${features.length} cells of ${used.cellMeters} m, at most ${highest.toFixed(1)} per km2.`,
    }
  },
  areas: (points, { numbers }) => {
    const { areas, ...used } = findGroups(points, {
      epsMeters: numbers.eps,
      minPoints: numbers['min-points'],
    })
    const isSought = numbers.eps === undefined
    const members = areas.features.reduce((sum, { properties }) => sum + properties.count, 0)
    return {
      result: {
        type: areas.type,
        parameters: { ...used, isEpsSuggested: isSought, leftOut: points.leftOut },
        features: areas.features,
      },
      sentence: `${used.n} points, eps ${used.epsMeters ?? 'none'} m${isSought ? ' (sought in the points)' : ''}, at least ${used.minPoints} points: ${areas.features.length} areas with ${members} of them.`,
    }
  },
  hotspots: (points, { numbers }) => {
    const { cells, ...used } = findHotspots(points, { acrossMeters: numbers.across, seed: numbers.seed })
    return {
      result: {
        type: cells.type,
        parameters: { ...used, leftOut: points.leftOut },
        features: cells.features,
      },
      sentence: `${used.n} points, ${cells.features.length} hexagons ${used.acrossMeters} m across: ${used.significantCells} with p <= ${used.significance}, ${used.significantCellsAdjusted} after Benjamini-Hochberg${used.significantCellsAdjusted === 0 ? ' (nothing significant)' : ''}.`,
    }
  },
  ripley: (points, { numbers, nullFile }) => {
    const model = nullFile === null ? { from: 'hull' as const, ...points } : readNull(nullFile)
    const found = measureClustering(points, model, {
      maxRadiusMeters: numbers.radius,
      runs: numbers.runs,
      seed: numbers.seed,
    })
    if (!found) throw new Error(`Give at least ${MIN_POINTS} points.`)
    const above = found.curve.filter(({ observed, high }) => observed > high).map((one) => one.radiusMeters)
    const { curve, p, ...used } = found
    return {
      result: { parameters: { ...used, leftOut: points.leftOut }, p, curve },
      sentence: `${used.n} points, ${used.runs} runs, chance draws from ${used.null.from}: p ${p}; above the envelope at ${above.length > 0 ? `${above.join(', ')} m` : 'no distance'}.`,
    }
  },
}

/** Cells of 25 m, or of twice, three times ... as much where points lie far apart, up to a third of the bandwidth. */
function chooseCell(plane: PlanePoints, bandwidthMeters: number): number {
  const widest = bandwidthMeters / MIN_CELLS_PER_BANDWIDTH
  let cell = Math.min(CELL_METERS, widest)
  while (countCells(plane, bandwidthMeters, cell) > MAX_CELLS && cell + CELL_METERS <= widest)
    cell += CELL_METERS
  return cell
}

/** Points of the file as places; else its first polygon. */
function readNull(file: string): Null {
  const outline = readOutline(file, '--null')
  return outline ? { from: 'outline', outline } : { from: 'places', ...readPoints(file, '--null') }
}
