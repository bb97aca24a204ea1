/** Reads what was typed after `npm run analyse --`; a wrong word is answered with the right one. */
import { parseArgs } from 'node:util'
import { BANDWIDTH_METERS } from '#lib/core/domain/bandwidth.ts'
import { MIN_POINTS } from '#lib/core/geo/areas/groups.ts'
import { GETIS_ORD_SEED } from '#lib/core/geo/chance/getis-ord.ts'
import { ACROSS_METERS } from '#lib/core/geo/chance/hexagons.ts'
import { MAX_RADIUS_METERS, RADIUS_STEP_METERS, RUNS } from '#lib/core/geo/chance/ripley.ts'
import { CELL_METERS, MIN_CELLS_PER_BANDWIDTH } from '#lib/core/geo/density/density.ts'
import { suggestInEnglish } from '#lib/server/import/did-you-mean.ts'

export const ANALYSIS_USAGE = `npm run --silent analyse -- density|areas|hotspots|ripley --input FILE.geojson [options]

  density    kernel density as cells: --bandwidth METERS (${BANDWIDTH_METERS}), --cell METERS (${CELL_METERS})
  areas      groups by DBSCAN as outlines: --eps METERS (sought in the points), --min-points N (${MIN_POINTS})
  hotspots   Getis-Ord Gi* on hexagons: --across METERS (${ACROSS_METERS}), --seed N (${GETIS_ORD_SEED})
  ripley     L(r) - r with its envelope, as JSON: --radius METERS (${MAX_RADIUS_METERS}), --runs N (${RUNS}), --seed N,
             --null FILE.geojson: places or an outline from which chance draws; without it the hull of the points

  --input    GeoJSON of points in degrees (WGS 84); features without a geometry and spaces are left out
  --output   a file for the result, which otherwise is printed
  --json     nothing but the result: no sentence about it

The result holds its parameters. Ends with 0 when there is one, 1 when the file cannot be used, 2 when the command was not understood.`

const ANALYSES = ['density', 'areas', 'hotspots', 'ripley'] as const
export type Analysis = (typeof ANALYSES)[number]

/** Per option of numbers: which analyses take it, from where on, and whether it must be whole. */
const NUMBERS = {
  bandwidth: { of: ['density'], least: 10, most: 100_000, isWhole: false, example: '250' },
  cell: { of: ['density'], least: 1, most: 10_000, isWhole: false, example: '25' },
  eps: { of: ['areas'], least: 1, most: 100_000, isWhole: false, example: '150' },
  'min-points': { of: ['areas'], least: 1, most: 10_000, isWhole: true, example: '5' },
  across: { of: ['hotspots'], least: 1, most: 100_000, isWhole: false, example: '400' },
  radius: { of: ['ripley'], least: RADIUS_STEP_METERS, most: 100_000, isWhole: false, example: '1000' },
  runs: { of: ['ripley'], least: 1, most: 9999, isWhole: true, example: '99' },
  seed: { of: ['hotspots', 'ripley'], least: 0, most: 2 ** 32 - 1, isWhole: true, example: '7' },
} as const
type NumberOption = keyof typeof NUMBERS

const TEXTS = ['input', 'output', 'null'] as const
const FLAGS = ['json', 'help'] as const
const KNOWN = [...TEXTS, ...FLAGS, ...(Object.keys(NUMBERS) as NumberOption[])]

export type AnalysisCommand = {
  analysis: Analysis
  input: string
  output: string | null
  nullFile: string | null
  isQuiet: boolean
  numbers: Partial<Record<NumberOption, number>>
}

/** Null when help was asked for; throws with the cure when the words cannot be understood. */
export function parseAnalysisCommand(args: string[]): AnalysisCommand | null {
  const texts = Object.fromEntries(
    [...TEXTS, ...Object.keys(NUMBERS)].map((name) => [name, { type: 'string' }]),
  )
  const flags = Object.fromEntries(FLAGS.map((name) => [name, { type: 'boolean' }]))
  const { values, positionals, tokens } = parseArgs({
    args,
    options: { ...texts, ...flags } as Record<string, { type: 'string' | 'boolean' }>,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  if (values.help) return null
  for (const token of tokens)
    if (token.kind === 'option' && !KNOWN.some((known) => known === token.name))
      throw new Error(`${token.rawName} is no option: ${suggestInEnglish(token.name, KNOWN)}`)
  const analysis = parseAnalysis(positionals)
  const numbers: AnalysisCommand['numbers'] = {}
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    const isFlag = FLAGS.some((flag) => flag === name)
    if (isFlag && value !== undefined) throw new Error(`${rawName} takes no value.`)
    if (!isFlag && !value) throw new Error(`${rawName} needs a value.`)
    if (given.has(name)) throw new Error(`${rawName} is given twice: leave one of them out.`)
    given.set(name, value ?? '')
    if (isNumberOption(name)) numbers[name] = parseNumber(name, value ?? '', analysis)
  }
  checkBandwidth(numbers)
  const input = given.get('input')
  if (!input) throw new Error('--input is missing: give the path of a GeoJSON file of points.')
  const nullFile = given.get('null') ?? null
  if (nullFile && analysis !== 'ripley') throw new Error(`--null belongs to ripley, not to ${analysis}.`)
  return {
    analysis,
    input,
    output: given.get('output') ?? null,
    nullFile,
    isQuiet: given.has('json'),
    numbers,
  }
}

function parseAnalysis(positionals: string[]): Analysis {
  const [word, ...others] = positionals
  if (!word) throw new Error(`Which analysis? Name one of ${ANALYSES.join(', ')}.`)
  const analysis = ANALYSES.find((one) => one === word)
  if (!analysis) throw new Error(`"${word}" is no analysis: ${suggestInEnglish(word, ANALYSES)}`)
  if (others.length > 0)
    throw new Error(`"${others[0]}" stands alone: give the file as --input ${others[0]}.`)
  return analysis
}

function isNumberOption(name: string): name is NumberOption {
  return Object.hasOwn(NUMBERS, name)
}

function parseNumber(name: NumberOption, text: string, analysis: Analysis): number {
  const { of, least, most, isWhole, example } = NUMBERS[name]
  if (!of.some((one) => one === analysis))
    throw new Error(`--${name} belongs to ${of.join(' and ')}, not to ${analysis}.`)
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value
  const kind = isWhole ? 'a whole number' : 'metres as a number'
  throw new Error(`--${name} is "${text}": give ${kind} from ${least} to ${most}, such as ${example}.`)
}

function checkBandwidth({ bandwidth = BANDWIDTH_METERS, cell }: AnalysisCommand['numbers']): void {
  if (cell !== undefined && bandwidth < MIN_CELLS_PER_BANDWIDTH * cell)
    throw new Error(
      `--bandwidth is ${bandwidth}, less than three cells of ${cell} m: give at least ${MIN_CELLS_PER_BANDWIDTH * cell}, or a smaller --cell.`,
    )
}
