/**
 * One backend per data directory: two processes on one PGlite directory both "succeed" and lose rows. The lock is the
 * kernel's own (SQLite's exclusive file lock), so it is freed even when its holder is killed.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const WAIT_MILLISECONDS = 200

class DirectoryInUseError extends Error {}

/** Takes the directory's lock until `release` or the end of the process; throws DirectoryInUseError when another holds it. */
export function lockDirectory(directory: string): { release(): void } {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const lock = new DatabaseSync(join(directory, 'lock'), { timeout: WAIT_MILLISECONDS })
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch (cause) {
    lock.close()
    throw new DirectoryInUseError(
      `The data directory ${directory} is in use by another backend. Stop that one, or give this one its own with DATA_DIR.`,
      { cause },
    )
  }
  return { release: () => lock.close() }
}
