/** How two sides are measured against each other: in turn, so that both meet the same machine, and by the median. */
import type { BenchRow } from '#bin/bench.ts'

type Side = () => unknown | Promise<unknown>
type Times = { ours: number; peer: number }

/** Median milliseconds of a run of each side; one run of each before that is not counted. */
export async function compareRuns(ours: Side, peer: Side, runs: number): Promise<Times> {
  const times: Record<keyof Times, number[]> = { ours: [], peer: [] }
  await ours()
  await peer()
  for (let run = 0; run < runs; run++) {
    times.ours.push(await timeRun(ours))
    times.peer.push(await timeRun(peer))
  }
  return { ours: median(times.ours), peer: median(times.peer) }
}

/** A row in which less is better (bytes, milliseconds). */
export function toLessRow(
  row: Pick<BenchRow, 'name' | 'unit' | 'ours' | 'peer' | 'target' | 'more'>,
): BenchRow {
  return toRow(row, row.peer / row.ours)
}

/** A row in which more is better (requests a second). */
export function toMoreRow(
  row: Pick<BenchRow, 'name' | 'unit' | 'ours' | 'peer' | 'target' | 'more'>,
): BenchRow {
  return toRow(row, row.ours / row.peer)
}

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
}

function toRow({ more, ...row }: Omit<BenchRow, 'ratio' | 'met'>, ratio: number): BenchRow {
  const { target, ...start } = row
  return { ...start, ratio, target, met: ratio >= target, ...(more && { more }) }
}

async function timeRun(side: Side): Promise<number> {
  const start = performance.now()
  await side()
  return performance.now() - start
}
