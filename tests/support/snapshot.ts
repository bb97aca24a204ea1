/** Entries as the map has them, made from the invented register or from names alone. */

import type { Searchable } from '#lib/core/search/search-texts.ts'
import { FIELD_COLUMNS, type FieldColumns } from '#lib/core/snapshot/field-columns.ts'
import { type SnapshotTexts, USE_OFFSET } from '#lib/core/snapshot/format.ts'
import { readCity } from '#lib/server/city.ts'
import { generateEntries } from '#lib/server/demo/generate.ts'

/** Texts of entries; what is not given is empty. */
export function toTexts(
  rows: readonly Partial<
    Record<'name' | 'district' | 'summary' | 'address', string> & { services: string[] }
  >[],
): SnapshotTexts {
  const districtNames = [...new Set(rows.flatMap(({ district }) => district || []))].sort()
  return {
    names: rows.map(({ name = '' }) => name),
    slugs: rows.map((_, rank) => `entry-${rank}`),
    districtNames,
    districts: rows.map(({ district = '' }) => districtNames.indexOf(district)),
    confirmedDays: rows.map(() => 0),
    summaries: rows.map(({ summary = '' }) => summary),
    services: rows.map(({ services = [] }) => services),
    addresses: rows.map(({ address = '' }) => address),
    ...toUnknownColumns(rows.length),
  }
}

/** The columns of the fields that spaces are filtered by, of so many entries of which nobody has said anything. */
export function toUnknownColumns(count: number): FieldColumns {
  const columns = FIELD_COLUMNS.map((column) => [column, new Array<number>(count).fill(0)])
  return Object.fromEntries(columns) as FieldColumns
}

/** Makes texts searchable by themselves alone. */
export function withoutDisciplines(texts: SnapshotTexts): Searchable {
  const count = texts.names.length
  const points = { discipline: new Uint8Array(count).fill(USE_OFFSET), secondaryMask: new Uint16Array(count) }
  return { texts, points }
}

/** The texts of the demonstration as the public reads them: an address only where the place is shown exactly. */
export function demonstrationTexts(): SnapshotTexts {
  return toTexts(
    generateEntries(readCity()).map((row) => ({
      ...row,
      district: / in (.*?)\. /.exec(row.summary)?.[1] ?? '',
      address: row.disclosure === 'exact' ? row.address : '',
    })),
  )
}
