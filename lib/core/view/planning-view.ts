/**
 * What a planner looks at, and its form in the address: `m=vacancy` (instead of businesses), `d=design,music`, `eps=180` and `min=5` of the
 * candidate areas, `h=220` (bandwidth in metres), `i=1` (isolines), `l=districts` (what colours the map), `a=A,s:Opladen` (the areas side by
 * side), `w=1,1,4,2,1,1` (weights in the order of the criteria), `x=` (drawn outlines), `chance=1` (tested against it). What is not in the
 * address is sought or has its default.
 */
import { BANDWIDTH_LIMITS, parseBandwidth } from '#lib/core/domain/bandwidth.ts'
import { DISCIPLINES, type Discipline } from '#lib/core/domain/discipline.ts'
import { CRITERIA, MAX_WEIGHT, PRESETS, type Weights } from '#lib/core/domain/score-weights.ts'
import { parseWhole } from '#lib/core/domain/whole-number.ts'
import { type Drawing, formatDrawings, parseDrawings } from './drawing.ts'
import { readCodes, setOrDelete, splitCodes } from './parameters.ts'

export const MEASURES = ['businesses', 'vacancy'] as const
export type Measure = (typeof MEASURES)[number]

/** What colours the map. */
export const MAP_VIEWS = ['density', 'hexagons', 'districts', 'none'] as const
type PlanningMapMode = (typeof MAP_VIEWS)[number]

/** `A` for an area that was found, `s:Opladen` for a district, `x:1` for the first that was drawn. */
export type SubjectKey = string

export type PlanningView = {
  measure: Measure
  /** Of businesses; none means all. */
  disciplines: readonly Discipline[]
  /** Null where it is sought in the points. */
  epsMeters: number | null
  minPoints: number
  /** Null for the default. */
  bandwidthMeters: number | null
  hasIsolines: boolean
  mapView: PlanningMapMode
  compared: readonly SubjectKey[]
  weights: Weights
  drawings: readonly Drawing[]
  /** Whether somebody has asked if there is more than chance. */
  asksForChance: boolean
}

/** Least and most of each number. */
export const PLANNING_LIMITS = {
  epsMeters: [50, 1000],
  minPoints: [3, 30],
  bandwidthMeters: BANDWIDTH_LIMITS,
} as const

export const MAX_COMPARED = 4
const DEFAULT_MIN_POINTS = 5
const MAX_KEY_LENGTH = 100

export const INITIAL_VIEW: PlanningView = {
  measure: 'businesses',
  disciplines: [],
  epsMeters: null,
  minPoints: DEFAULT_MIN_POINTS,
  bandwidthMeters: null,
  hasIsolines: false,
  mapView: 'density',
  compared: [],
  weights: PRESETS.balanced,
  drawings: [],
  asksForChance: false,
}

/** Reads a view from an address. What is unknown or mangled falls back to its default, a number beyond its limits to the nearer one. */
export function parsePlanningView(params: URLSearchParams): PlanningView {
  return {
    measure: MEASURES.find((known) => known === params.get('m')) ?? INITIAL_VIEW.measure,
    disciplines: readCodes(params.get('d'), DISCIPLINES),
    epsMeters: parseWhole(params.get('eps'), PLANNING_LIMITS.epsMeters),
    minPoints: parseWhole(params.get('min'), PLANNING_LIMITS.minPoints) ?? INITIAL_VIEW.minPoints,
    bandwidthMeters: parseBandwidth(params.get('h')),
    hasIsolines: params.get('i') === '1',
    mapView: MAP_VIEWS.find((known) => known === params.get('l')) ?? INITIAL_VIEW.mapView,
    compared: [...new Set(splitCodes(params.get('a')).filter(isSubjectKey))].slice(0, MAX_COMPARED),
    weights: parseWeights(params.get('w')),
    drawings: parseDrawings(params.get('x')),
    asksForChance: params.get('chance') === '1',
  }
}

/** Writes a view into an address' parameters; what has its default leaves no trace. */
export function formatPlanningView(view: PlanningView, params: URLSearchParams): void {
  const set = (key: string, value: string | number | null, initial: string | number | null = null) =>
    setOrDelete(params, key, value === initial || value === null ? '' : String(value))
  set('m', view.measure, INITIAL_VIEW.measure)
  set('d', view.disciplines.join(','))
  set('eps', view.epsMeters)
  set('min', view.minPoints, INITIAL_VIEW.minPoints)
  set('h', view.bandwidthMeters)
  set('i', view.hasIsolines ? 1 : null)
  set('l', view.mapView, INITIAL_VIEW.mapView)
  set('a', view.compared.join(','))
  set('w', formatWeights(view.weights), formatWeights(INITIAL_VIEW.weights))
  set('x', formatDrawings(view.drawings))
  set('chance', view.asksForChance ? 1 : null)
}

/** All weights or none: half of a list means something else. */
function parseWeights(text: string | null): Weights {
  const values = (text ?? '').split(',').map((part) => (/^\d(\.\d)?$/.test(part) ? Number(part) : Number.NaN))
  const fine = values.length === CRITERIA.length && values.every((value) => value <= MAX_WEIGHT)
  if (!fine) return INITIAL_VIEW.weights
  const weights: Record<string, number> = {}
  for (const [place, criterion] of CRITERIA.entries()) weights[criterion] = values[place] ?? 0
  return weights as Weights
}

function formatWeights(weights: Weights): string {
  return CRITERIA.map((criterion) => Number(weights[criterion].toFixed(1))).join(',')
}

function isSubjectKey(text: string): boolean {
  return text.length <= MAX_KEY_LENGTH && /^(?:[A-Z]{1,2}|[sx]:.+)$/.test(text)
}
