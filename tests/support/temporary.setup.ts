/**
 * Before a lane: one folder for all that its tests write, since their processes are ended before they could tidy up. What Node has
 * compiled lies there too, so that a command started for the second time starts in half the time.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default function setup(): () => void {
  const before = process.env.TMPDIR
  const folder = mkdtempSync(join(tmpdir(), 'keimzelle-lane-'))
  chmodSync(folder, 0o755) // PostgreSQL runs as a user of its own
  process.env.TMPDIR = folder
  process.env.NODE_COMPILE_CACHE ??= join(folder, 'compiled')
  return () => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(folder, { recursive: true, force: true })
  }
}
