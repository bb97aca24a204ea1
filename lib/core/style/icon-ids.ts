/** What marks there are, and how much room each takes; those that belong to a style are asked for by name. */
import type { Discipline } from '#lib/core/domain/discipline.ts'
import type { Kind, SpaceState, SpaceUse } from '#lib/core/domain/entry.ts'
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

/** Marks that styles ask for: those of the basemap, and the ground of an area's letter. */
const NAMED_ICONS = ['shield', 'station', 'group'] as const

/** Name of the image that a style asks for. */
export function imageName(icon: (typeof NAMED_ICONS)[number], theme: Theme): string {
  return `${icon}:${theme}`
}

/** The empty image for which labels make room; its layer scales it to the mark. */
export const ROOM = { image: 'room', radiusPixels: 16 } as const

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
  const [type, themeName, ...rest] = name.split(':')
  const icon = NAMED_ICONS.find((known) => known === type)
  const theme = THEMES.find((known) => known === themeName)
  return icon && theme && rest.length === 0 ? { icon: { type: icon }, theme } : null
}
