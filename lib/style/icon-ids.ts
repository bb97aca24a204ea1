/**
 * Names of the marks on the map. An icon id says all that a mark shows (`business:design:verified`,
 * `space:shop:reported`, `donut:3,0,1,...`, `spaces:4`); with the theme behind it, it is the name of the image that the map
 * asks for, so that an image can be drawn from its name alone.
 */
import { DISCIPLINES, type Discipline, isDiscipline } from '#lib/domain/discipline.ts'
import { type Kind, SPACE_STATES, SPACE_USES, type SpaceState, type SpaceUse } from '#lib/domain/entry.ts'
import { THEMES, type Theme } from './tokens.ts'

export type Icon =
  | { type: 'business'; discipline: Discipline; verified: boolean }
  | { type: 'space'; use: SpaceUse; state: SpaceState }
  /** Several businesses; `stack` is entries at one address that no zoom takes apart. */
  | { type: 'donut' | 'stack'; counts: readonly number[] }
  /** Several spaces, and several at one address. */
  | { type: 'spaces' | 'space-stack'; count: number }
  /** Marks of the basemap: the plate under a motorway's number, a railway station. */
  | { type: 'shield' }
  | { type: 'station' }
  /** The square behind a group's letter. */
  | { type: 'group' }

/** Icon id of one business. */
export function businessIconId(discipline: Discipline, verified: boolean): string {
  return `business:${discipline}:${verified ? 'verified' : 'unverified'}`
}

/** Icon id of one space or desk. */
export function spaceIconId(use: SpaceUse, state: SpaceState): string {
  return `space:${use}:${state}`
}

/** Icon id of several businesses from their counts per discipline in official order. */
export function donutIconId(counts: readonly number[], isOnePlace = false): string {
  return `${isOnePlace ? 'stack' : 'donut'}:${counts.join(',')}`
}

/** Icon id of several spaces. */
export function spacesIconId(count: number, isOnePlace = false): string {
  return `${isOnePlace ? 'space-stack' : 'spaces'}:${count}`
}

/** Name of the map's image for an icon id in a theme. */
export function imageName(iconId: string, theme: Theme): string {
  return `${iconId}:${theme}`
}

/** What stands around a donut or a square of several: a pale edge, and at one address a second line. */
export const EDGE_PIXELS = 2
export const STACK_EDGE_PIXELS = 5
const SHADOW_PIXELS = 1

/** Corners are rounded by this share of half a square's side. */
export const CORNER_SHARE = 0.36

/** From a rounded square's middle to its corner, per half of its side. */
const REACH = CORNER_SHARE + (1 - CORNER_SHARE) * Math.SQRT2

/** Radius of a donut for so many entries, in CSS pixels: grows with the logarithm, 14 for two, 38 at most. */
export function donutRadiusPixels(count: number, isOnePlace = false): number {
  return Math.min(isOnePlace ? 35 : 38, Math.round(11 + 3 * Math.log2(Math.max(count, 2))))
}

/** Half the side of the square for so many spaces, in CSS pixels: 12 for less than ten, 15 at most. */
export function spacesHalfPixels(count: number, isOnePlace = false): number {
  return isOnePlace ? 12 : Math.min(15, 12 + Math.floor(Math.log10(Math.max(count, 1))))
}

/**
 * Radius in CSS pixels of the disc that a mark covers, edge and shadow included: of a donut 41 at most, of spaces 22, of single
 * marks 16. The map's clusters count on these bounds.
 */
export function markRadiusPixels(kind: Kind, count: number, isOnePlace: boolean): number {
  if (count === 1) return kind === 'business' ? 15.5 : 16
  const edge = isOnePlace ? STACK_EDGE_PIXELS : EDGE_PIXELS
  if (kind === 'business') return donutRadiusPixels(count, isOnePlace) + edge + SHADOW_PIXELS
  return Math.ceil((spacesHalfPixels(count, isOnePlace) + edge) * REACH)
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
    return counts.length <= DISCIPLINES.length && counts.some((count) => count > 0) ? { type, counts } : null
  }
  if ((type === 'spaces' || type === 'space-stack') && second === undefined && /^[1-9]\d{0,8}$/.test(first))
    return { type, count: Number(first) }
  return null
}
