/** What an import from the page may take; larger ones are for `npm run import`. Read by page and server. */

export const MAX_IMPORT_BYTES = 100 * 1024 * 1024
export const MAX_PROFILE_BYTES = 256 * 1024
export const IMPORT_LIMIT_SECONDS = 240

export const IMPORT_PROFILES = ['csv', 'osm', 'omt', 'own'] as const

/** Endings of what can be read. */
export const IMPORT_ENDINGS = '.csv,.geojson,.json,.osm,.xml,.gz,.pbf'

/** What was typed beside the files, to be shown again. */
export type TypedImport = { profile: string; source: string; publish: boolean }
