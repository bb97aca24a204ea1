/** Facts of districts as CSV (RFC 4180), a line each. */
import { formatFactsCsv } from '#lib/domain/area-facts-csv.ts'
import type { DescribedDistrict } from '#lib/geo/planning-ground.ts'

export function formatDistrictsCsv(districts: readonly DescribedDistrict[]): string {
  return formatFactsCsv(
    'district',
    districts.map(({ name, facts }) => ({ name, facts, cells: [] })),
  )
}
