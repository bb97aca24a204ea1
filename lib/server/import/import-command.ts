/** Reads what was typed after `npm run import --`; a wrong word is answered with the right one. */
import { parseArgs } from 'node:util'
import { suggestInEnglish } from '#lib/server/import/did-you-mean.ts'
import type { Target } from './convert.ts'
import { parseSourceKey } from './register-source.ts'

export const IMPORT_USAGE = `npm run import -- FILE --profile NAME|FILE.json --source KEY [options]

  --profile   osm (.osm, .osm.gz, .osm.pbf, Overpass JSON, GeoJSON with raw tags), omt (GeoJSON with OpenMapTiles classes),
              csv (named columns), or a JSON file of your own
  --source    a short key under which the rows are remembered
  --publish   show the rows at once; without it they wait as candidates
  --dry-run   say what would happen and write nothing
  --report    one line per row in a CSV file
  --json      one JSON line at the end
  --districts | --addresses | --context   load these from the file instead of entries
  --overpass  fetch the configured city's places from OpenStreetMap instead of reading a file

Ends with 0 when every row found its place, 3 when rows were rejected (the others are in), 1 when the file or the database failed,
2 when the command or the profile was not understood.`

const OPTIONS = {
  profile: { type: 'string' },
  source: { type: 'string' },
  report: { type: 'string' },
  publish: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  districts: { type: 'boolean', default: false },
  addresses: { type: 'boolean', default: false },
  context: { type: 'boolean', default: false },
  overpass: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

export type ImportCommand = {
  /** Null when the rows come from Overpass. */
  file: string | null
  profile: string
  source: string
  target: Target
  publish: boolean
  isTrial: boolean
  json: boolean
  report: string | undefined
}

/** Null when help was asked for; throws with the cure when the words cannot be understood. */
export function parseImportCommand(args: string[]): ImportCommand | null {
  const { values, positionals, tokens } = parseArgs({
    args,
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  if (values.help) return null
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const name = Object.keys(OPTIONS).find((known): known is keyof typeof OPTIONS => known === token.name)
    if (!name)
      throw new Error(`${token.rawName} is no option: ${suggestInEnglish(token.name, Object.keys(OPTIONS))}`)
    const takesText = OPTIONS[name].type === 'string'
    if (takesText && !token.value) throw new Error(`${token.rawName} needs a value.`)
    if (!takesText && token.value !== undefined) throw new Error(`${token.rawName} takes no value.`)
  }
  const targets = (['districts', 'addresses', 'context'] as const).filter((target) => values[target])
  if (targets.length > 1)
    throw new Error(`Choose one of ${targets.map((target) => `--${target}`).join(', ')}.`)
  if (positionals.length > 1)
    throw new Error(`Give one file, not ${positionals.length}: ${positionals.join(', ')}`)
  const [file = null] = positionals
  if (values.overpass && file) throw new Error('--overpass reads no file: leave one of them out.')
  if (!values.overpass && !file) throw new Error('Which file? Give its path, or --overpass.')
  const profile = readText(values.profile) ?? defaultProfile(values.overpass === true, targets[0])
  if (!profile) throw new Error('--profile is missing: osm, omt, csv or a .json file.')
  if (values.overpass && profile !== 'osm') throw new Error('--overpass brings raw tags: its profile is osm.')
  return {
    file,
    profile,
    source: parseSourceKey(readText(values.source) ?? (values.overpass ? 'osm' : undefined)),
    target: targets[0] ?? 'entries',
    publish: values.publish === true,
    isTrial: values['dry-run'] === true,
    json: values.json === true,
    report: readText(values.report),
  }
}

/** Districts are GeoJSON with a name; a profile adds nothing unless it renames that. */
function defaultProfile(isOverpass: boolean, target: Target | undefined): string | undefined {
  return isOverpass || target === 'districts' ? 'osm' : undefined
}

function readText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
