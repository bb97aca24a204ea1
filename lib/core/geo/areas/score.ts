/** How do areas compare? A weighted mean of criteria, whose weights and scale ends are open, and how sure the ranking is. */
import type { AreaFacts } from '#lib/core/domain/area-facts.ts'
import { CRITERIA, type Criterion, type Weights } from '#lib/core/domain/score-weights.ts'
import { createRandom } from '#lib/core/geo/plane/random.ts'

/**
 * From where to where a criterion counts 0 to 1, linear between and held at the ends. The ends are fixed, so that an area's score does not
 * depend on which others it is compared with: `density` in businesses per km2 up to that of a lively inner-city quarter; `mixture` J' and
 * the shares over their whole range; `station` in metres from ten minutes on foot and twice as far, at 80 m a minute; `thirdPlaces`
 * within 300 m up to a dozen.
 */
export const SCALES: Readonly<Record<Criterion, { zeroAt: number; oneAt: number }>> = {
  density: { zeroAt: 0, oneAt: 60 },
  mixture: { zeroAt: 0, oneAt: 1 },
  smallSpaces: { zeroAt: 0, oneAt: 1 },
  station: { zeroAt: 1600, oneAt: 200 },
  thirdPlaces: { zeroAt: 0, oneAt: 12 },
  stepFree: { zeroAt: 0, oneAt: 1 },
}

/** What an area has of each criterion, in the unit of its scale; null where it is unknown. */
export type Measures = Readonly<Record<Criterion, number | null>>

type ScorePart = {
  criterion: Criterion
  measure: number | null
  scaled: number | null
  weight: number
}

export type Score = {
  /** From 0 to 1; null where no criterion with a weight is known. */
  value: number | null
  parts: readonly ScorePart[]
  /** Criteria that have a weight and are left out of the mean, because nothing is known of them. */
  unknown: readonly Criterion[]
}

/** Why there is no score: all weights are 0, or one is negative or no number. */
export type ScoreRefusal = { refusal: 'no-weights' } | { refusal: 'bad-weight'; criterion: Criterion }

/** The criteria among the facts of an area. */
export function toMeasures(facts: AreaFacts): Measures {
  return {
    density: facts.businessesPerSquareKilometer.value,
    mixture: facts.evenness.value,
    smallSpaces: facts.smallSpacesShare.value,
    station: facts.nearestStationMeters.value,
    thirdPlaces: facts.thirdPlaces.value,
    stepFree: facts.stepFreeShare.value,
  }
}

/**
 * The weighted mean over the criteria that are known: sum w_c s_c / sum w_c (simple additive weighting, Hwang and Yoon 1981, section 3.2).
 * An unknown criterion counts neither for nor against.
 */
export function scoreArea(measures: Measures, weights: Weights): Score | ScoreRefusal {
  const refusal = findRefusal(weights)
  if (refusal) return refusal
  const parts = CRITERIA.map((criterion): ScorePart => {
    const measure = measures[criterion]
    const isKnown = measure !== null && Number.isFinite(measure)
    const scaled = isKnown ? toScale(criterion, measure) : null
    return { criterion, measure: isKnown ? measure : null, scaled, weight: weights[criterion] }
  })
  const known = parts.filter(({ scaled, weight }) => scaled !== null && weight > 0)
  const total = known.reduce((sum, { weight }) => sum + weight, 0)
  const weighted = known.reduce((sum, { scaled, weight }) => sum + (scaled ?? 0) * weight, 0)
  return {
    value: total > 0 ? weighted / total : null,
    parts,
    unknown: parts
      .filter(({ scaled, weight }) => scaled === null && weight > 0)
      .map((part) => part.criterion),
  }
}

/** How many criteria have a weight, whether they are known or not. */
export function countWeighed({ parts }: Score): number {
  return parts.filter(({ weight }) => weight > 0).length
}

/** A measure on its scale, 0 to 1. */
function toScale(criterion: Criterion, measure: number): number {
  const { zeroAt, oneAt } = SCALES[criterion]
  return Math.min(1, Math.max(0, (measure - zeroAt) / (oneAt - zeroAt)))
}

function findRefusal(weights: Weights): ScoreRefusal | null {
  const bad = CRITERIA.find((criterion) => !(weights[criterion] >= 0 && Number.isFinite(weights[criterion])))
  if (bad) return { refusal: 'bad-weight', criterion: bad }
  return CRITERIA.every((criterion) => weights[criterion] === 0) ? { refusal: 'no-weights' } : null
}

/** Ranks from 1 on, highest first; areas alike share a rank, areas without a score have none. */
export function rankScores(values: readonly (number | null)[]): (number | null)[] {
  return values.map((own) =>
    own === null ? null : 1 + values.filter((other) => other !== null && other > own).length,
  )
}

export const DRAWS = 1000
export const WEIGHT_SPREAD = 0.2
const SEED = 1000

export type Sensitivity = {
  draws: number
  spread: number
  seed: number
  /** By area, in the order of the input: its rank, and the share of draws in which it keeps it; null without a score. */
  ranks: readonly (number | null)[]
  keptShares: readonly (number | null)[]
}

/** Draws every weight again between 80 and 120 % of itself, each value as likely, and ranks again; seeded. */
export function measureSensitivity(
  areas: readonly Measures[],
  weights: Weights,
  { draws = DRAWS, seed = SEED }: { draws?: number; seed?: number } = {},
): Sensitivity | ScoreRefusal {
  const refusal = findRefusal(weights)
  if (refusal) return refusal
  const rank = (tried: Weights) =>
    rankScores(
      areas.map((measures) => {
        const score = scoreArea(measures, tried)
        return 'refusal' in score ? null : score.value
      }),
    )
  const ranks = rank(weights)
  const random = createRandom(seed)
  const kept = new Uint32Array(areas.length)
  for (let drawn = 0; drawn < draws; drawn++) {
    const tried = { ...weights }
    for (const criterion of CRITERIA)
      tried[criterion] = weights[criterion] * (1 + WEIGHT_SPREAD * (2 * random.next() - 1))
    for (const [area, now] of rank(tried).entries())
      if (now === ranks[area]) kept[area] = (kept[area] ?? 0) + 1
  }
  return {
    draws,
    spread: WEIGHT_SPREAD,
    seed,
    ranks,
    keptShares: ranks.map((own, area) => (own === null ? null : (kept[area] ?? 0) / draws)),
  }
}
