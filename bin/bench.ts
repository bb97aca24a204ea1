/** `npm run bench`: runs every benchmark of tests/bench and prints a table, or with `-- --json` only the list. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './lanes.ts'

export type BenchRow = {
  name: string
  unit: string
  ours: number
  peer: number
  ratio: number
  target: number
  met: boolean
}

type BenchModule = { bench(): Promise<BenchRow[]> }

const rows: BenchRow[] = []
for (const file of globSync('tests/bench/*.bench.ts', { cwd: ROOT }).sort()) {
  const { bench } = (await import(pathToFileURL(join(ROOT, file)).href)) as BenchModule
  rows.push(...(await bench()))
}
if (process.argv.includes('--json')) console.log(JSON.stringify(rows))
else console.table(rows)
