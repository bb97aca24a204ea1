/** The front page of the public interface, for programs: what there is, how much at once, and under which licences. */

import { MAX_BODY_BYTES } from '#lib/core/domain/body-limit.ts'
import { DISCIPLINES, type Discipline } from '#lib/core/domain/discipline.ts'
import { KINDS, RENT_CLASSES, SHOWN_SPACE_STATES, SPACE_USES } from '#lib/core/domain/entry.ts'
import { MAX_PHOTO_BYTES, MAX_PHOTOS } from '#lib/core/domain/photo.ts'
import { MAX_QUERY_LENGTH } from '#lib/core/view/filter.ts'
import type { Snapshot } from '#lib/server/published/snapshot.ts'
import {
  ANALYSIS_LIMITS,
  AREAS_PARAMETERS,
  DENSITY_PARAMETERS,
  MAX_ANSWER_AREAS,
  MAX_ANSWER_CELLS,
} from './analysis-query.ts'
import { MAX_ENTRIES_PER_PAGE, PARAMETERS } from './entries-query.ts'
import { OPENAPI_PATH } from './openapi/describe-openapi.ts'
import { SPACE_PARAMETERS } from './space-parameters.ts'

/** Which count is which, since a business may have several disciplines. */
const COUNTING = {
  entries: 'Every entry once. So do numberMatched and numberReturned.',
  byDiscipline:
    'A business under each of its disciplines, primary or secondary, as the parameter discipline matches. The sum exceeds the number of businesses.',
  byPrimaryDiscipline: 'A business once, under its primary discipline. The sum is the number of businesses.',
}

/** The analyses count otherwise than the list of entries. */
const ANALYSING =
  'Every business once, however many disciplines it has; the parameter discipline chooses which. n is how many were looked at; those without a shown place are in no area and no cell. Shares run from 0 to 1. An unknown fact is empty, and about fewer than five businesses nothing is claimed.'

/** Of the parameters that ask something of spaces. */
const ASKING_OF_SPACES =
  'These parameters ask something of spaces: businesses match none of them, and neither does a space of which the fact is unknown. Areas are in square metres, both ends included; available_by is the day on which a space has to be free.'

/** What `GET /api/v1` says of a snapshot. */
export function describeInterface({ version, demonstration, entries, sources }: Snapshot) {
  const ofKind = (kind: string) => entries.filter((entry) => entry.kind === kind).length
  return {
    version,
    demonstration,
    openapi: OPENAPI_PATH,
    entries: {
      geojson: '/api/v1/entries.geojson',
      csv: '/api/v1/entries.csv',
      geojsonExport: '/api/v1/export.geojson',
      parameters: PARAMETERS,
      kinds: KINDS,
      disciplines: DISCIPLINES,
      spaces: {
        parameters: SPACE_PARAMETERS,
        uses: SPACE_USES,
        states: SHOWN_SPACE_STATES,
        rentClasses: RENT_CLASSES,
        asking: ASKING_OF_SPACES,
      },
    },
    analyses: {
      areas: { geojson: '/api/v1/areas.geojson', parameters: AREAS_PARAMETERS },
      density: { geojson: '/api/v1/density.geojson', parameters: DENSITY_PARAMETERS },
      districts: { csv: '/api/v1/districts.csv', parameters: [] },
    },
    limits: {
      entriesPerPage: MAX_ENTRIES_PER_PAGE,
      entriesPerExport: null,
      queryCharacters: MAX_QUERY_LENGTH,
      bodyBytes: MAX_BODY_BYTES,
      areas: MAX_ANSWER_AREAS,
      densityCells: MAX_ANSWER_CELLS,
      numbers: ANALYSIS_LIMITS,
      photoBytes: MAX_PHOTO_BYTES,
      photosPerProposal: MAX_PHOTOS,
    },
    licenses: sources,
    counts: {
      entries: entries.length,
      located: entries.filter(({ lng }) => lng !== null).length,
      byKind: Object.fromEntries(KINDS.map((kind) => [kind, ofKind(kind)])),
      byDiscipline: countByDiscipline(entries, (disciplines, code) => disciplines.includes(code)),
      byPrimaryDiscipline: countByDiscipline(entries, ([primary], code) => primary === code),
      byDistrict: countByDistrict(entries),
    },
    counting: COUNTING,
    analysing: ANALYSING,
  }
}

function countByDiscipline(
  entries: Snapshot['entries'],
  isCounted: (disciplines: readonly Discipline[], code: Discipline) => boolean,
): Record<string, number> {
  return Object.fromEntries(
    DISCIPLINES.map((code) => [
      code,
      entries.filter(({ disciplines }) => isCounted(disciplines, code)).length,
    ]),
  )
}

function countByDistrict(entries: Snapshot['entries']): { district: string | null; entries: number }[] {
  const counts = new Map<string | null, number>()
  for (const { district } of entries) counts.set(district, (counts.get(district) ?? 0) + 1)
  return [...counts]
    .map(([district, count]) => ({ district, entries: count }))
    .sort((a, b) => (a.district ?? '\uffff').localeCompare(b.district ?? '\uffff', 'de'))
}
