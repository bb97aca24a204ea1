/** Every file of a folder with its bytes and times, to see that nothing has touched it. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One line for each folder and file, in the order of their paths. */
export function readTree(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => {
      const file = join(folder, path)
      const stats = statSync(file)
      const content = stats.isDirectory()
        ? 'folder'
        : createHash('sha256').update(readFileSync(file)).digest('hex')
      return `${path} ${content} ${stats.mtimeMs}`
    })
}
