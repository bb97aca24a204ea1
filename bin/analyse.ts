/** `npm run analyse`: density, areas, hotspots and clustering of any GeoJSON of points, without a server. */
import './environment.ts'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  ANALYSIS_USAGE,
  type AnalysisCommand,
  parseAnalysisCommand,
} from '#lib/server/analysis/analysis-command.ts'
import { runAnalysis, writeResult } from '#lib/server/analysis/run-analysis.ts'

const FAILED = 1
const NOT_UNDERSTOOD = 2

process.exitCode = await main()

async function main(): Promise<number> {
  let command: AnalysisCommand | null
  try {
    command = parseAnalysisCommand(process.argv.slice(2))
  } catch (fault) {
    print(`${(fault as Error).message}\n\nnpm run analyse -- --help lists all options.`)
    return NOT_UNDERSTOOD
  }
  if (!command) {
    console.log(ANALYSIS_USAGE)
    return 0
  }
  try {
    const { result, sentence } = runAnalysis(command)
    const target = command.output ? createWriteStream(command.output) : process.stdout
    await pipeline(Readable.from(writeResult(result)), target)
    if (!command.isQuiet) print(sentence)
    return 0
  } catch (fault) {
    print((fault as Error).message)
    return FAILED
  }
}

function print(text: string): void {
  process.stderr.write(`${text}\n`)
}
