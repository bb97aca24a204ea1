/** Waiting times of load tests: taken one by one, told as median and worst. */
export type Measured = { name: string; milliseconds: readonly number[]; target: number }

/** Milliseconds of each round, one after the other. */
export async function measure(rounds: number, work: (nth: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let nth = 0; nth < rounds; nth += 1) {
    const start = performance.now()
    await work(nth)
    times.push(performance.now() - start)
  }
  return times
}

/** The value that so large a share (0 to 1) does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** Prints a table and sets the exit status: 1 where a median misses its target (milliseconds). */
export function printMedians(title: string, all: readonly Measured[]): void {
  console.log(title)
  console.table(
    all.map(({ name, milliseconds, target }) => ({
      name,
      rounds: milliseconds.length,
      'median ms': Math.round(quantile(milliseconds, 0.5)),
      'p99 ms': Math.round(quantile(milliseconds, 0.99)),
      'longest ms': Math.round(Math.max(...milliseconds)),
      'target ms': target,
      met: quantile(milliseconds, 0.5) <= target ? 'yes' : 'NO',
    })),
  )
  if (all.some(({ milliseconds, target }) => quantile(milliseconds, 0.5) > target)) process.exitCode = 1
}
