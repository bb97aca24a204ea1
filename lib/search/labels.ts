/** What can be searched for besides entries: their services, districts and streets, each once, with the number of entries. */
import { readDistrict, type SnapshotPoints, type SnapshotTexts } from '#lib/snapshot/format.ts'
import { fold } from './fold.ts'
import { bestOf, matchDocuments } from './match.ts'
import { finish, indexWords, type WordIndex } from './word-index.ts'

/** A place on the map: degrees, WGS 84. */
export type Position = { lng: number; lat: number }
export type Label = { label: string; detail: string; count: number; position: Position | null }
export type Labels = { all: readonly Label[]; index: WordIndex }

export type Catalogue = { services: Labels; districts: Labels; streets: Labels }

const catalogues = new WeakMap<SnapshotTexts, Catalogue>()

/** Collected once per snapshot. A street lies where its first entry with a shown place is, so that it is on the street. */
export function catalogueOf(texts: SnapshotTexts, points: SnapshotPoints): Catalogue {
  const known = catalogues.get(texts)
  if (known) return known
  const [services, districts, streets] = [createCollection(), createCollection(), createCollection()]
  for (let rank = 0; rank < texts.names.length; rank++) {
    const district = readDistrict(texts, rank)
    for (const service of texts.services[rank] ?? []) services.add(service)
    districts.add(district)
    if (rank >= points.locatedCount) continue
    const position = { lng: points.lng[rank] ?? 0, lat: points.lat[rank] ?? 0 }
    streets.add(streetOf(texts.addresses[rank] ?? ''), district, position)
  }
  const catalogue = { services: services.close(), districts: districts.close(), streets: streets.close() }
  catalogues.set(texts, catalogue)
  return catalogue
}

/** Makes a list of labels searchable. */
export function toLabels(all: readonly Label[]): Labels {
  return {
    all,
    index: finish(indexWords(all.length, (nth) => [all[nth]?.label ?? '', all[nth]?.detail ?? ''])),
  }
}

/** The labels that fit best, with so many edits at most. */
export function findLabels({ all, index }: Labels, query: string, mostEdits: number, limit: number): Label[] {
  const match = matchDocuments(index, query, mostEdits)
  return match ? bestOf(match.penalties, limit).flatMap((nth) => all[nth] ?? []) : []
}

/** The street of "Kölner Straße 12a, 51379 Leverkusen"; the text up to the first comma where no number follows. */
export function streetOf(address: string): string {
  const [line = ''] = address.split(',')
  return line.replace(/\s+\d+\s*[a-z]?(\s*[-–/+]\s*\d*\s*[a-z]?)*\s*$/i, '').trim()
}

function createCollection() {
  const byKey = new Map<string, Label>()
  return {
    add(label: string, detail = '', position: Position | null = null): void {
      if (label === '') return
      const key = fold(`${label}|${detail}`)
      const known = byKey.get(key)
      if (known) known.count += 1
      else byKey.set(key, { label, detail, count: 1, position })
    },
    close: () => toLabels([...byKey.values()].sort((a, b) => b.count - a.count)),
  }
}
