/** One line of a failure for the log. Of a database's error it keeps code and place and drops the values. */

type DatabaseFault = { code: string; severity: string; table?: string; constraint?: string; routine?: string }

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
