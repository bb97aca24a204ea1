/** The one selection: first results, list, map and public interface find the same entries, because all of them scan the same columns. */

import { type Scan, type ScanInput, scanEntries } from '#lib/core/geo/select/scan.ts'
import { searchTexts } from '#lib/core/search/search-texts.ts'
import type { Filter } from '#lib/core/view/filter.ts'
import type { Snapshot } from './snapshot.ts'

export type Scannable = Pick<Snapshot, 'places' | 'columns'>

/** Scans a snapshot that is held in memory for a filter. */
export function scanSnapshot(
  { places: points, columns: texts }: Scannable,
  filter: Filter,
  where: Pick<ScanInput, 'view' | 'recentSinceDay'>,
): Scan {
  return scanEntries({ points, texts, filter, found: searchTexts({ texts, points }, filter.query), ...where })
}
