/** How much a process and those that it started have computed; read from Linux's /proc. */
import { readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second, on every Linux that Node runs on. */
const MILLISECONDS_A_TICK = 10

/** Of one process, its own and the system's work for it; null where there is no /proc or the process is gone. */
export function readCpuMilliseconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_A_TICK
  } catch {
    return null
  }
}

/** The ids of the processes that this one started. */
export function readChildren(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    return text.split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}
