/** Facts of districts as CSV (RFC 4180), a line each, with the version of the data and the day that the facts count from. */
import { formatFactsCsv } from '#lib/core/domain/area-facts-csv.ts'
import type { DescribedDistrict } from '#lib/core/geo/areas/planning-ground.ts'

export function formatDistrictsCsv(
  districts: readonly DescribedDistrict[],
  { version, today }: { version: string; today: string },
): string {
  return formatFactsCsv(
    'district',
    districts.map(({ name, facts }) => ({
      name,
      facts,
      cells: [
        ['version', version],
        ['today', today],
      ],
    })),
  )
}
