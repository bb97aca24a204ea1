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

type BenchModule = { bench(): Promise<BenchRow[]> }

const files = new Map(
  globSync('tests/bench/*.bench.ts', { cwd: ROOT })
    .sort()
    .map((file) => [basename(file, '.bench.ts'), file]),
)
const wanted = process.argv.slice(2).filter((word) => word !== '--json')
const unknown = wanted.filter((name) => !files.has(name))
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${[...files.keys()].join(', ')}.`)
  process.exit(2)
}

const rows: BenchRow[] = []
for (const [name, file] of files) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.error(`Measuring ${name} ...`)
  const { bench } = (await import(pathToFileURL(join(ROOT, file)).href)) as BenchModule
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
