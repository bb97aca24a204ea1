/**
 * Names of the marks on the map. An icon id says all that a mark shows (`business:design:verified`,
 * `space:shop:reported`, `donut:3,0,1,...`); with the theme behind it, it is the name of the image that the map
 * asks for, so that an image can be drawn from its name alone.
 */
import { DISCIPLINES, type Discipline, isDiscipline } from '#lib/domain/discipline.ts'
import { SPACE_STATES, SPACE_USES, type SpaceState, type SpaceUse } from '#lib/domain/entry.ts'
import { THEMES, type Theme } from './tokens.ts'

export type Icon =
  | { type: 'business'; discipline: Discipline; verified: boolean }
  | { type: 'space'; use: SpaceUse; state: SpaceState }
  /** `stack` is entries at one address that no zoom takes apart. */
  | { type: 'donut' | 'stack'; counts: readonly number[] }
  /** Marks of the basemap: the plate under a motorway's number, a railway station. */
  | { type: 'shield' }
  | { type: 'station' }
  /** The square behind a group's letter. */
  | { type: 'group' }

/** Counts in a donut: one per discipline in official order, then the spaces. */
export const DONUT_PARTS = DISCIPLINES.length + 1

/** Icon id of one business. */
export function businessIconId(discipline: Discipline, verified: boolean): string {
  return `business:${discipline}:${verified ? 'verified' : 'unverified'}`
}

/** Icon id of one space or desk. */
export function spaceIconId(use: SpaceUse, state: SpaceState): string {
  return `space:${use}:${state}`
}

/** Icon id of a cluster (or of a stack) from its counts per discipline and, as an optional last part, of spaces. */
export function donutIconId(counts: readonly number[], type: 'donut' | 'stack' = 'donut'): string {
  return `${type}:${counts.join(',')}`
}

/** Name of the map's image for an icon id in a theme. */
export function imageName(iconId: string, theme: Theme): string {
  return `${iconId}:${theme}`
}

/** Radius of a donut for so many entries, in CSS pixels: grows with the logarithm, 14 for two, 38 at most. */
export function donutRadiusPixels(count: number): number {
  return Math.min(38, Math.round(11 + 3 * Math.log2(Math.max(count, 2))))
}

/** Reads an image's name; null for a name that is none of ours. */
export function parseImageName(name: string): { icon: Icon; theme: Theme } | null {
  const parts = name.split(':')
  const theme = THEMES.find((known) => known === parts.at(-1))
  const icon = theme && parseIcon(parts.slice(0, -1))
  return icon ? { icon, theme } : null
}

function parseIcon([type, first = '', second, ...rest]: string[]): Icon | null {
  if (rest.length > 0) return null
  if ((type === 'shield' || type === 'station' || type === 'group') && first === '') return { type }
  if (type === 'business' && isDiscipline(first) && (second === 'verified' || second === 'unverified'))
    return { type, discipline: first, verified: second === 'verified' }
  if (type === 'space') {
    const use = SPACE_USES.find((known) => known === first)
    const state = SPACE_STATES.find((known) => known === second)
    return use && state ? { type, use, state } : null
  }
  if ((type === 'donut' || type === 'stack') && second === undefined && /^\d{1,9}(,\d{1,9})*$/.test(first)) {
    const counts = first.split(',').map(Number)
    return counts.length <= DONUT_PARTS && counts.some((count) => count > 0) ? { type, counts } : null
  }
  return null
}
