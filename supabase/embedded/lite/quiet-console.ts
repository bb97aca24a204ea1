/**
 * Lite prints whole database errors with their values, which may be personal data: from now on one line of each. Its remark on the storage,
 * which we test ourselves, is no news to anyone who starts the map.
 */
import { oneLine } from '../fault.ts'

export function quietConsole(): void {
  const { warn } = console
  console.warn = (...parts: unknown[]) => {
    if (!String(parts[0]).startsWith('EXPERIMENTAL FEATURES')) warn(...parts)
  }
  console.error = (...parts: unknown[]) =>
    void process.stderr.write(`backend: ${parts.map(oneLine).join(' ')}\n`)
}
