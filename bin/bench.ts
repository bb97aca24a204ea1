/**
 * `npm run bench`: runs the benchmarks of tests/bench, or those that are named (`-- wire decode`), and prints a table; with
 * `--json` nothing but the list.
 */
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './lanes.ts'

export type BenchRow = {
  name: string
  unit: string
  ours: number
  peer: number
  /** How many times better ours is. */
  ratio: number
  target: number
  met: boolean
  /** Figures that belong beside it. */
  more?: Record<string, number>
}

/** `names` where one file measures several things. */
type BenchModule = { names?: string[]; bench(): Promise<BenchRow[]> }

const modules: { names: string[]; bench: BenchModule['bench'] }[] = []
for (const file of globSync('tests/bench/*.bench.ts', { cwd: ROOT }).sort()) {
  const { names, bench } = (await import(pathToFileURL(join(ROOT, file)).href)) as BenchModule
  modules.push({ names: names ?? [basename(file, '.bench.ts')], bench })
}
const wanted = process.argv.slice(2).filter((word) => word !== '--json')
const known = modules.flatMap(({ names }) => names)
const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  process.exit(2)
}

const rows: BenchRow[] = []
for (const { names, bench } of modules) {
  if (wanted.length > 0 && !names.some((name) => wanted.includes(name))) continue
  console.error(`Measuring ${names.join(', ')} ...`)
  rows.push(...(await bench()))
}
if (process.argv.includes('--json')) console.log(JSON.stringify(rows))
else console.table(rows.map(toLine))

function toLine({ name, unit, ours, peer, ratio, target, met, more = {} }: BenchRow) {
  const beside = Object.entries(more).map(([key, value]) => `${key} ${round(value)}`)
  return {
    name,
    unit,
    ours: round(ours),
    peer: round(peer),
    ratio: `${round(ratio)}x`,
    target: `>= ${target}x`,
    met: met ? 'yes' : 'NO',
    beside: beside.join(', '),
  }
}

/** Three figures that count. */
function round(value: number): number {
  return Number(value.toPrecision(3))
}
