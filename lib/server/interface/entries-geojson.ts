/** Entries as GeoJSON (RFC 7946): what other programs read from the public interface. */
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import type { Source } from '#lib/core/domain/source.ts'
import type { Selection } from './select-entries.ts'
import { streamEntries } from './stream-entries.ts'

export type EntryFeature = GeoJSON.Feature<GeoJSON.Point | null, Omit<Entry, 'id' | 'lng' | 'lat'>>
export type EntryCollection = GeoJSON.FeatureCollection<GeoJSON.Point | null, EntryFeature['properties']> & {
  numberMatched: number
  numberReturned: number
}

/** A collection with the members `numberMatched` and `numberReturned` of OGC API Features beside the features. */
export function toEntryCollection({ page, matching }: Selection): EntryCollection {
  return {
    type: 'FeatureCollection',
    numberMatched: matching,
    numberReturned: page.length,
    features: page.map(toEntryFeature),
  }
}

/** A feature in degrees (WGS 84), `lng, lat`; without a geometry where the place is not shown (RFC 7946, 3.2). */
export function toEntryFeature({ id, lng, lat, ...properties }: Entry): EntryFeature {
  const geometry = lng === null || lat === null ? null : { type: 'Point' as const, coordinates: [lng, lat] }
  return { type: 'Feature', id, geometry, properties }
}

/** A whole collection as a stream, with the sources of its entries and their licences beside the features. */
export function streamGeoJson(
  { page, matching }: Selection,
  sources: readonly Source[],
): ReadableStream<Uint8Array> {
  const used = new Set(page.map(({ sourceKey }) => sourceKey))
  const members = {
    type: 'FeatureCollection',
    numberMatched: matching,
    numberReturned: page.length,
    licenses: sources.filter(({ key }) => used.has(key)),
  }
  return streamEntries(page, {
    head: `${JSON.stringify(members).slice(0, -1)},"features":[\n`,
    part: (some, isFirst) =>
      (isFirst ? '' : ',\n') + some.map((entry) => JSON.stringify(toEntryFeature(entry))).join(',\n'),
    tail: '\n]}\n',
  })
}
