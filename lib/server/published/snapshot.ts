/** All that is published in one version, as rows for the public interface and as compressed files for the map. */
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { toDay } from '#lib/core/domain/freshness.ts'
import { isAlwaysNamed, type Source } from '#lib/core/domain/source.ts'
import { decodePoints } from '#lib/core/snapshot/decode.ts'
import { encodePoints, sortForSnapshot } from '#lib/core/snapshot/encode.ts'
import { toFieldColumns } from '#lib/core/snapshot/field-columns.ts'
import { FORMAT, type SnapshotPoints, type SnapshotTexts } from '#lib/core/snapshot/format.ts'
import { readEntries } from '#lib/server/queries/entries.ts'
import { type Photos, readPhotos } from '#lib/server/queries/photos.ts'
import type { Publication } from '#lib/server/queries/publication.ts'
import { readSources } from '#lib/server/queries/sources.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

/** One file as it is and compressed once. */
export type Body = { plain: Uint8Array<ArrayBuffer>; brotli: Uint8Array<ArrayBuffer> }

export type Snapshot = {
  version: string
  demonstration: boolean
  /** By rank. */
  entries: Entry[]
  /** The rank of each slug. */
  ranks: ReadonlyMap<string, number>
  /** By rank, as the browser reads them: anyone who selects entries here selects the same ones. */
  places: SnapshotPoints
  columns: SnapshotTexts
  sources: Source[]
  /** By the entry's id. */
  photos: Photos
  points: Body
  texts: Body
}

/** The points are small and come first: they are worth some tenths of a second once. The texts would take seconds. */
const POINTS_QUALITY = 10
const TEXTS_QUALITY = 9
const compress = promisify(brotliCompress)

/** Reads, orders, encodes and compresses the current version; throws when the database does not answer. */
export async function buildSnapshot(client: AnonClient): Promise<Snapshot> {
  const { publication, entries } = await readEntries(client)
  return toSnapshot(publication, entries, await readSources(client), await readPhotos(client))
}

/** The same from entries in any order. */
export async function toSnapshot(
  { version, demonstration }: Publication,
  unsorted: readonly Entry[],
  sources: Source[],
  photos: Photos = new Map(),
): Promise<Snapshot> {
  const entries = sortForSnapshot(unsorted)
  const hasEntries = (source: string) => entries.some(({ sourceKey }) => sourceKey === source)
  const columns = toTexts(entries)
  const points = encodePoints(entries)
  return {
    version: toVersion(version),
    demonstration,
    entries,
    ranks: new Map(entries.map(({ slug }, rank) => [slug, rank])),
    places: decodePoints(points),
    columns,
    sources: sources.filter((source) => isAlwaysNamed(source) || hasEntries(source.key)),
    photos,
    points: await toPointsBody(points),
    texts: await toBody(toJsonBytes(columns), TEXTS_QUALITY),
  }
}

/** The form of the file is part of its address, so that an older page never reads a newer form. */
export function toVersion(version: number): string {
  return `f${FORMAT}-${version}`
}

function toTexts(entries: readonly Entry[]): SnapshotTexts {
  const districtNames = [...new Set(entries.flatMap(({ district }) => district ?? []))].sort((a, b) =>
    a.localeCompare(b, 'de'),
  )
  return {
    names: entries.map((entry) => entry.name),
    slugs: entries.map((entry) => entry.slug),
    districtNames,
    districts: entries.map(({ district }) => districtNames.indexOf(district ?? '')),
    confirmedDays: entries.map((entry) => toDay(entry.confirmedOn)),
    summaries: entries.map((entry) => entry.summary),
    services: entries.map((entry) => entry.services),
    addresses: entries.map((entry) => entry.address ?? ''),
    ...toFieldColumns(entries),
  }
}

function toJsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

/** The file of the points, packed as it is served. */
export function toPointsBody(plain: Uint8Array): Promise<Body> {
  return toBody(plain, POINTS_QUALITY)
}

async function toBody(plain: Uint8Array, quality: number): Promise<Body> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  }
  return { plain: new Uint8Array(plain), brotli: new Uint8Array(await compress(plain, { params })) }
}
