/** Files that a test writes; they go with the folder of the lane (`temporary.setup.ts`). */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Path of a new file of that name, which decides how it is read. */
export function writeTemporaryFile(name: string, content: string | Uint8Array): string {
  const file = join(mkdtempSync(join(tmpdir(), 'keimzelle-file-')), name)
  writeFileSync(file, content)
  return file
}
