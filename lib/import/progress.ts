/** A progress bar with rate and remaining time, on a terminal only. */
import { Presets, SingleBar } from 'cli-progress'
import type { Counts } from './counts.ts'

export type Progress = {
  show(bytesRead: number, counts: Counts): void
  say(text: string): void
  close(): void
}

const REDRAW_EVERY_ROWS = 100

/** Drawn on standard error, so that standard output stays for results. */
export function openProgress(totalBytes: number): Progress {
  const isTerminal = process.stderr.isTTY === true
  const bar = new SingleBar(
    { format: '{bar} {percentage} % | {rows} rows, {rate}/s | {eta_formatted} left', stream: process.stderr },
    Presets.shades_classic,
  )
  const start = performance.now()
  if (isTerminal) bar.start(totalBytes, 0, { rows: 0, rate: 0 })
  return {
    show: (bytesRead, { read }) => {
      if (!isTerminal || read % REDRAW_EVERY_ROWS !== 0) return
      bar.update(bytesRead, { rows: read, rate: Math.round((read * 1000) / (performance.now() - start)) })
    },
    say: (text) => void process.stderr.write(`${isTerminal ? '\n' : ''}${text}\n`),
    close: () => bar.stop(),
  }
}
