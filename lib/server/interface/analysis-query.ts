/** The parameters of the analyses in the public interface: from an address to a checked query, or to what is wrong with it. */

import { BANDWIDTH_METERS } from '#lib/core/domain/bandwidth.ts'
import type { Discipline } from '#lib/core/domain/discipline.ts'
import { MIN_POINTS } from '#lib/core/geo/areas/groups.ts'
import { MIN_CELLS_PER_BANDWIDTH } from '#lib/core/geo/density/density.ts'
import { readDisciplines } from './entries-query.ts'
import { type Parsed, parseParameters, type Readers } from './parse-parameters.ts'

/** No discipline means all; no eps, that it is sought in the points. */
export type AreasQuery = { disciplines: readonly Discipline[]; epsMeters: number | null; minPoints: number }
export type DensityQuery = {
  disciplines: readonly Discipline[]
  bandwidthMeters: number
  cellMeters: number
}

/** Wider than the kernel's own, so that an answer stays a few megabytes. */
const ANSWER_CELL_METERS = 50
export const MAX_ANSWER_CELLS = 200_000
export const MAX_ANSWER_AREAS = 500
/** The least and the most of each number. */
export const ANALYSIS_LIMITS = {
  eps: [10, 5000],
  min_points: [2, 1000],
  bandwidth: [50, 5000],
  cell: [10, 1000],
} as const

const AREAS_READERS: Readers<AreasQuery> = {
  discipline: readDisciplines,
  eps: (query, text) => {
    query.epsMeters = readNumber(text)
    return toCure('eps', query.epsMeters, 'metres')
  },
  min_points: (query, text) => {
    query.minPoints = readNumber(text)
    const cure = toCure('min_points', query.minPoints, 'points')
    return Number.isInteger(query.minPoints) ? cure : (cure ?? 'Use a whole number of points.')
  },
}

const DENSITY_READERS: Readers<DensityQuery> = {
  discipline: readDisciplines,
  bandwidth: (query, text) => {
    query.bandwidthMeters = readNumber(text)
    return toCure('bandwidth', query.bandwidthMeters, 'metres')
  },
  cell: (query, text) => {
    query.cellMeters = readNumber(text)
    return toCure('cell', query.cellMeters, 'metres')
  },
}

export const AREAS_PARAMETERS = Object.keys(AREAS_READERS)
export const DENSITY_PARAMETERS = Object.keys(DENSITY_READERS)

export function parseAreasQuery(params: URLSearchParams): Parsed<AreasQuery> {
  return parseParameters(params, { disciplines: [], epsMeters: null, minPoints: MIN_POINTS }, AREAS_READERS)
}

/** Without a cell, as wide a one as the bandwidth bears, 50 m at the most. */
export function parseDensityQuery(params: URLSearchParams): Parsed<DensityQuery> {
  const initial = { disciplines: [], bandwidthMeters: BANDWIDTH_METERS, cellMeters: Number.NaN }
  const { query, faults } = parseParameters<DensityQuery>(params, initial, DENSITY_READERS)
  if (!query) return { query, faults }
  const widest = query.bandwidthMeters / MIN_CELLS_PER_BANDWIDTH
  if (Number.isNaN(query.cellMeters)) query.cellMeters = Math.min(ANSWER_CELL_METERS, widest)
  if (query.cellMeters <= widest) return { query, faults: [] }
  const detail = `A cell is at most a third of the bandwidth of ${query.bandwidthMeters} m: use ${Math.floor(widest)} or less, or a wider bandwidth.`
  return { query: null, faults: [{ parameter: 'cell', detail }] }
}

function readNumber(text: string): number {
  return /^\d{1,7}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
}

function toCure(parameter: keyof typeof ANALYSIS_LIMITS, value: number, unit: string): string | null {
  const [least, most] = ANALYSIS_LIMITS[parameter]
  return value >= least && value <= most ? null : `Use a number of ${unit} from ${least} to ${most}.`
}
