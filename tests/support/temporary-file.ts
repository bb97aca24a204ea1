/** Files that a test writes; their folder goes with the process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let folder: string | undefined

/** Path of a new file of that name, which decides how it is read. */
export function writeTemporaryFile(name: string, content: string | Uint8Array): string {
  if (!folder) {
    const made = mkdtempSync(join(tmpdir(), 'keimzelle-file-'))
    process.on('exit', () => rmSync(made, { recursive: true, force: true }))
    folder = made
  }
  const file = join(mkdtempSync(join(folder, 'f-')), name)
  writeFileSync(file, content)
  return file
}
