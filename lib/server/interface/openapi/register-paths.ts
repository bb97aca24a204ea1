/** The addresses of the public interface that read the register. */
import { formatCsvHead } from '#lib/server/interface/entries-csv.ts'
import { COLLECTION_EXAMPLE } from './entry-schemas.ts'
import { toReference } from './json-schema.ts'
import { toContent, toRegisterAnswers } from './openapi-answers.ts'
import { AREAS_QUERY_PARAMETERS, DENSITY_QUERY_PARAMETERS, ENTRIES_PARAMETERS } from './openapi-parameters.ts'

const GEOJSON = 'application/geo+json'
const toCsv = (example?: string) => ({ 'text/csv': toContent({ type: 'string' }, example) })

export const REGISTER_PATHS = {
  '/api/v1': {
    get: {
      operationId: 'describe',
      summary: 'What there is: addresses, limits, licences and counts.',
      responses: toRegisterAnswers('The front page, for programs.', {
        'application/json': toContent(toReference('Interface')),
      }),
    },
  },
  '/api/v1/entries.geojson': {
    get: {
      operationId: 'listEntries',
      summary: 'Published entries as GeoJSON, a page at a time.',
      parameters: ENTRIES_PARAMETERS,
      responses: toRegisterAnswers('A page of the entries that match.', {
        [GEOJSON]: toContent(toReference('EntryCollection'), COLLECTION_EXAMPLE),
      }),
    },
  },
  '/api/v1/entries.csv': {
    get: {
      operationId: 'exportEntriesAsCsv',
      summary: 'All published entries that match, as CSV (RFC 4180).',
      parameters: ENTRIES_PARAMETERS,
      responses: toRegisterAnswers('A line of names, and one for each entry.', toCsv(formatCsvHead()), true),
    },
  },
  '/api/v1/export.geojson': {
    get: {
      operationId: 'exportEntriesAsGeoJson',
      summary: 'All published entries that match, as one GeoJSON file with the licences of their sources.',
      parameters: ENTRIES_PARAMETERS,
      responses: toRegisterAnswers(
        'The entries and their licences.',
        { [GEOJSON]: toContent(toReference('EntryExport'), { ...COLLECTION_EXAMPLE, licenses: [] }) },
        true,
      ),
    },
  },
  '/api/v1/areas.geojson': {
    get: {
      operationId: 'findAreas',
      summary: 'Groups of published businesses as outlines, with the facts of each area.',
      parameters: AREAS_QUERY_PARAMETERS,
      responses: toRegisterAnswers('The areas that were found.', {
        [GEOJSON]: toContent(toReference('AreaCollection')),
      }),
    },
  },
  '/api/v1/density.geojson': {
    get: {
      operationId: 'findDensity',
      summary: 'The density of published businesses, in cells.',
      parameters: DENSITY_QUERY_PARAMETERS,
      responses: toRegisterAnswers('The cells, in businesses per square kilometre.', {
        [GEOJSON]: toContent(toReference('DensityCollection')),
      }),
    },
  },
  '/api/v1/districts.csv': {
    get: {
      operationId: 'describeDistricts',
      summary: 'The facts of every district as CSV.',
      responses: toRegisterAnswers('A line of names, and one for each district.', toCsv(), true),
    },
  },
}
