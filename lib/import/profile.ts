/**
 * A profile says how a file is to be read: the built-in `osm`, `omt` and `csv`, or a JSON file for any CSV or GeoJSON. A mistyped
 * key is refused with the key that was probably meant, because an ignored setting would silently change what comes in.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { DISCIPLINES } from '#lib/domain/discipline.ts'
import { DISCLOSURES, KINDS, SPACE_USES } from '#lib/domain/entry.ts'
import { COLUMNS } from './row.ts'
import { suggest } from './suggest.ts'

export const PROJECTIONS = ['EPSG:4326', 'EPSG:25832', 'EPSG:25833', 'EPSG:3857'] as const
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
    .refine(isEncoding, 'is no known encoding; use utf-8, windows-1252 or iso-8859-15')
    .default('utf-8'),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  projection: z.enum(PROJECTIONS).default('EPSG:4326'),
  /** Where all rows must lie, in degrees; the city's country where it is left out. */
  box: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .refine(
      ([west, south, east, north]) => west < east && south < north,
      'expected [west, south, east, north]',
    )
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

export type ColumnProfile = z.infer<typeof schema>
export type Profile = ColumnProfile & { name: string; reads: 'osm' | 'omt' | 'columns' }

const OPENSTREETMAP = {
  title: 'OpenStreetMap',
  license: 'ODbL-1.0',
  licenseUrl: 'https://opendatacommons.org/licenses/odbl/1-0/',
  attribution: '© OpenStreetMap contributors',
}

/** The built-in profile of that name, or the JSON file; throws one error that names every wrong field and its cure. */
export function readProfile(name: string): Profile {
  if (name === 'osm' || name === 'omt')
    return { ...schema.parse({ source: OPENSTREETMAP }), name, reads: name }
  if (name === 'csv') {
    const columns = Object.fromEntries(COLUMNS.map((column) => [column, column]))
    return { ...schema.parse({ columns }), name, reads: 'columns' }
  }
  if (!name.endsWith('.json'))
    throw new Error(
      `There is no profile "${name}": ${suggest(name, ['osm', 'omt', 'csv'])} A profile of your own is a .json file.`,
    )
  return parseProfile(readJson(name), name)
}

/** Checks a profile; throws one error that lists every wrong field. */
export function parseProfile(input: unknown, name: string): Profile {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return { ...result.data, name, reads: 'columns' }
  const faults = result.error.issues.flatMap(describeIssue).map((fault) => `  ${fault}`)
  throw new Error(`The profile ${name} cannot be used:\n${faults.join('\n')}`)
}

const KNOWN_KEYS: Record<string, readonly string[]> = {
  '': schema.keyof().options,
  columns: COLUMNS,
  source: source.keyof().options,
  categories: category.keyof().options,
}

function describeIssue(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const known = KNOWN_KEYS[String(issue.path[0] ?? '')] ?? []
    return issue.keys.map((key) => `${path ? `${path}.` : ''}${key}: unknown key, ${suggest(key, known)}`)
  }
  if (issue.code === 'invalid_value' && typeof issue.input === 'string')
    return [`${path}: unknown value "${issue.input}", ${suggest(issue.input, issue.values.map(String))}`]
  return [`${path || '(top)'}: ${issue.message}`]
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
    throw new Error(`The profile ${file} cannot be read: check the path.`, { cause })
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new Error(`The profile ${file} is not valid JSON: ${(cause as Error).message}`, { cause })
  }
}

function isEncoding(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label))
  } catch {
    return false
  }
}
