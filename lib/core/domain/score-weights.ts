/** What areas are scored by, and how much each criterion counts: the planner's own choice. */

export const CRITERIA = ['density', 'mixture', 'smallSpaces', 'station', 'thirdPlaces', 'stepFree'] as const
export type Criterion = (typeof CRITERIA)[number]

/** Not negative; only their proportions matter. */
export type Weights = Readonly<Record<Criterion, number>>

/** What a slider gives. */
export const MAX_WEIGHT = 5
export const WEIGHT_STEP = 0.5

export const PRESETS = {
  balanced: { density: 1, mixture: 1, smallSpaces: 1, station: 1, thirdPlaces: 1, stepFree: 1 },
  /** Small spaces to begin in, that can be reached without a car. */
  affordable: { density: 1, mixture: 1, smallSpaces: 4, station: 2, thirdPlaces: 1, stepFree: 1 },
  /** Where others already are, and where one meets them. */
  lively: { density: 4, mixture: 2, smallSpaces: 1, station: 1, thirdPlaces: 4, stepFree: 1 },
} as const satisfies Record<string, Weights>
export type Preset = keyof typeof PRESETS
