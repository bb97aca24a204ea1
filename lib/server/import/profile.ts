/**
 * A profile says how a file is to be read: the built-in `osm`, `omt` and `csv`, or a JSON file for any CSV or GeoJSON. A mistyped
 * key is refused with the key that was probably meant, because an ignored setting would silently change what comes in.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { DISCLOSURES, KINDS, SPACE_USES } from '#lib/core/domain/entry.ts'
import { toSuggestion } from '#lib/server/import/did-you-mean.ts'
import { toImportMessage } from './import-messages.ts'
import { describeIssue } from './profile-issues.ts'
import { COLUMNS, Fault } from './row.ts'

const PROJECTIONS = ['EPSG:4326', 'EPSG:25832', 'EPSG:25833', 'EPSG:3857'] as const
export type Projection = (typeof PROJECTIONS)[number]

const category = z.strictObject({
  kind: z.enum(KINDS).optional(),
  disciplines: z.array(z.enum(DISCIPLINES)).min(1).optional(),
  use: z.enum(SPACE_USES).optional(),
  review: z.boolean().optional(),
  skip: z.literal(true).optional(),
})
export type Category = z.infer<typeof category>

const source = z.strictObject({
  title: z.string().min(1).max(200),
  license: z.string().min(1),
  licenseUrl: z.url().optional(),
  attribution: z.string().default(''),
})

const schema = z.strictObject({
  format: z.enum(['csv', 'geojson']).optional(),
  encoding: z
    .string()
    .refine(isEncoding, { params: { code: 'profiles.encoding' } })
    .default('utf-8'),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  projection: z.enum(PROJECTIONS).default('EPSG:4326'),
  /** Where all rows must lie, in degrees; the city's country where it is left out. */
  box: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .refine(([west, south, east, north]) => west < east && south < north, {
      params: { code: 'profiles.box' },
    })
    .optional(),
  source: source.optional(),
  columns: z.partialRecord(z.enum(COLUMNS), z.string().min(1)).default({}),
  /** Columns that together tell a row from all others. */
  ref: z.array(z.string().min(1)).min(1).optional(),
  kind: z.enum(KINDS).default('business'),
  categories: z.record(z.string(), z.preprocess(spellOut, category)).default({}),
  /** What becomes of a row whose category is not listed. */
  otherwise: z.enum(['reject', 'review', 'skip']).default('reject'),
  disclosure: z.enum(DISCLOSURES).default('exact'),
})

type ColumnProfile = z.infer<typeof schema>
export type Profile = ColumnProfile & { name: string; reads: 'osm' | 'omt' | 'columns' }

const OPENSTREETMAP = {
  title: 'OpenStreetMap',
  license: 'ODbL-1.0',
  licenseUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
  attribution: '© OpenStreetMap contributors',
}

/** The built-in profile of that name, or the JSON file; throws one Fault that names every wrong field and its cure. */
export function readProfile(name: string): Profile {
  if (name === 'osm' || name === 'omt')
    return { ...schema.parse({ source: OPENSTREETMAP }), name, reads: name }
  if (name === 'csv') {
    const columns = Object.fromEntries(COLUMNS.map((column) => [column, column]))
    return { ...schema.parse({ columns }), name, reads: 'columns' }
  }
  if (!name.endsWith('.json'))
    throw new Fault(
      toImportMessage('profiles.unknown', { name, suggestion: toSuggestion(name, ['osm', 'omt', 'csv']) }),
    )
  return parseProfile(readJson(name), name)
}

/** Checks a profile; throws one Fault that lists every wrong field. */
export function parseProfile(input: unknown, name: string): Profile {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return { ...result.data, name, reads: 'columns' }
  const faults = result.error.issues.flatMap((issue) => describeIssue(issue, KNOWN_KEYS))
  throw new Fault(toImportMessage('profiles.unusable', { name, faults }))
}

const KNOWN_KEYS: Record<string, readonly string[]> = {
  '': schema.keyof().options,
  columns: COLUMNS,
  source: source.keyof().options,
  categories: category.keyof().options,
}

/** A discipline or a list of them is the short form of a category. */
function spellOut(written: unknown): unknown {
  if (typeof written === 'string') return { disciplines: [written] }
  return Array.isArray(written) ? { disciplines: written } : written
}

function readJson(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Fault(toImportMessage('profiles.unreadable', { name: file }), { cause })
  }
  return parseJson(text, file)
}

/** Throws a Fault where the text is no JSON; a byte order mark before it is let be. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new Fault(toImportMessage('profiles.no-json', { name, detail: (cause as Error).message }), {
      cause,
    })
  }
}

function isEncoding(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label))
  } catch {
    return false
  }
}
