/** What can be searched for besides entries: their services, districts and streets, each once, with the number of entries. */
import { readDistrict, type SnapshotPoints, type SnapshotTexts } from '#lib/core/snapshot/format.ts'
import { fold } from './fold.ts'
import { bestOf, matchDocuments } from './match.ts'
import { finish, indexWords, type WordIndex } from './word-index.ts'

/** What a label is found by; `detail` tells it from others of the same name. */
export type Named = { label: string; detail: string }
/** `position` in degrees (WGS 84); null where no entry of it has a shown place. */
export type Label = Named & { count: number; position: Position | null }
type Position = { lng: number; lat: number }
export type Labels<T extends Named = Label> = { all: readonly T[]; index: WordIndex }

export type Catalogue = { services: Labels; districts: Labels; streets: Labels }

const catalogues = new WeakMap<SnapshotTexts, Catalogue>()

/** Collected once per snapshot. */
export function catalogueOf(texts: SnapshotTexts, points: SnapshotPoints): Catalogue {
  const known = catalogues.get(texts)
  if (known) return known
  const [services, districts, streets] = [createCollection(), createCollection(), createCollection()]
  for (let rank = 0; rank < texts.names.length; rank++) {
    const district = readDistrict(texts, rank)
    const isPlaced = rank < points.locatedCount
    const position = isPlaced ? { lng: points.lng[rank] ?? 0, lat: points.lat[rank] ?? 0 } : null
    for (const service of texts.services[rank] ?? []) services.add(service, '', position)
    districts.add(district, '', position)
    // Only an exactly shown place has an address here.
    if (position) streets.add(streetOf(texts.addresses[rank] ?? ''), district, position)
  }
  const catalogue = { services: services.close(), districts: districts.close(), streets: streets.close() }
  catalogues.set(texts, catalogue)
  return catalogue
}

/** Makes a list of labels searchable. */
export function toLabels<T extends Named>(all: readonly T[]): Labels<T> {
  const fieldsOf = (nth: number) => [all[nth]?.label ?? '', all[nth]?.detail ?? '']
  return { all, index: finish(indexWords(all.length, fieldsOf)) }
}

/** The labels that fit best, with so many edits at most. */
export function findLabels<T extends Named>(
  { all, index }: Labels<T>,
  query: string,
  mostEdits: number,
  limit: number,
): T[] {
  const match = matchDocuments(index, query, mostEdits)
  return match ? bestOf(match.penalties, limit).flatMap((nth) => all[nth] ?? []) : []
}

/** The street of "Kölner Straße 12a, 51379 Leverkusen"; the text up to the first comma where no number follows. */
export function streetOf(address: string): string {
  const [line = ''] = address.split(',')
  return line.replace(/\s+\d+\s*[a-z]?(\s*[-–/+]\s*\d*\s*[a-z]?)*\s*$/i, '').trim()
}

/** Labels by count. Of several positions the middle one counts: ranks follow a curve over the map, so it lies amid the others. */
function createCollection() {
  const byKey = new Map<string, Named & { count: number; positions: Position[] }>()
  return {
    add(label: string, detail: string, position: Position | null): void {
      if (label === '') return
      const key = fold(`${label}|${detail}`)
      const known = byKey.get(key) ?? { label, detail, count: 0, positions: [] }
      byKey.set(key, known)
      known.count += 1
      if (position) known.positions.push(position)
    },
    close: (): Labels => {
      const labels = [...byKey.values()].map(({ positions, ...label }) => ({
        ...label,
        position: positions[Math.floor(positions.length / 2)] ?? null,
      }))
      return toLabels(labels.sort((a, b) => b.count - a.count))
    },
  }
}
