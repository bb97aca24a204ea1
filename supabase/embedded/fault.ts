/** One line of a failure for the log. Of a database's error it keeps code and place and drops the values. */

type DatabaseFault = { code: string; severity: string; table?: string; constraint?: string; routine?: string }

/**
 * Lite prints whole database errors with their values, which may be personal data: from now on one line of each. Its remark on the storage,
 * which we test ourselves, is no news to whoever starts the map.
 */
export function quietConsole(): void {
  const { warn } = console
  console.warn = (...parts: unknown[]) => {
    if (!String(parts[0]).startsWith('EXPERIMENTAL FEATURES')) warn(...parts)
  }
  console.error = (...parts: unknown[]) =>
    void process.stderr.write(`backend: ${parts.map(oneLine).join(' ')}\n`)
}

export function oneLine(fault: unknown): string {
  if (typeof fault === 'string') return fault
  if (isDatabaseFault(fault)) {
    const { code, table, constraint, routine } = fault
    return `database error ${[code, routine, table, constraint].filter(Boolean).join(' ')}`
  }
  return fault instanceof Error ? `${fault.name}: ${fault.message}` : typeof fault
}

function isDatabaseFault(fault: unknown): fault is DatabaseFault {
  return typeof fault === 'object' && fault !== null && 'severity' in fault && 'code' in fault
}
