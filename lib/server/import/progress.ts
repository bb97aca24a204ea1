/** A progress bar with rate and remaining time, on a terminal only. */
import { Presets, SingleBar } from 'cli-progress'
import type { Counts } from './counts.ts'

export type Progress = {
  show(bytesRead: number, counts: Counts): void
  print(text: string): void
  close(): void
}

const REDRAW_EVERY_ROWS = 100

/** Drawn on standard error, so that standard output stays for results. */
export function openProgress(totalBytes: number): Progress {
  if (process.stderr.isTTY !== true)
    return { show: () => {}, print: (text) => void process.stderr.write(`${text}\n`), close: () => {} }
  const bar = new SingleBar(
    { format: '{bar} {percentage} % | {rows} rows, {rate}/s | {left} left', stream: process.stderr },
    Presets.shades_classic,
  )
  const start = performance.now()
  const tell = (bytesRead: number, rows: number) => {
    const seconds = (performance.now() - start) / 1000
    const left = (seconds * (totalBytes - bytesRead)) / Math.max(bytesRead, 1)
    return { rows, rate: Math.round(rows / Math.max(seconds, 0.001)), left: formatSeconds(left) }
  }
  let [bytes, rows] = [0, 0]
  bar.start(totalBytes, 0, { rows, rate: 0, left: '?' })
  return {
    show: (bytesRead, { read }) => {
      ;[bytes, rows] = [bytesRead, read]
      if (rows % REDRAW_EVERY_ROWS === 0) bar.update(bytes, tell(bytes, rows))
    },
    print: (text) => void process.stderr.write(`\n${text}\n`),
    close: () => {
      bar.update(bytes, tell(bytes, rows))
      bar.stop()
    },
  }
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}
