/**
 * Bundles the thread in which the app runs an import from the page: one file in place of a hundred, so that it starts in half the time and
 * runs where there are no sources. The table of tags lies beside it, since the thread reads it by its own place.
 */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { IMPORT_WORKER } from '#lib/server/moderation/import-thread.ts'
import { ROOT } from './lanes.ts'

/** Writes the thread and its table; expects to run after `next build`, which empties its folder. */
export async function buildImportWorker(file: string = join(ROOT, IMPORT_WORKER)): Promise<void> {
  const bundle = await rolldown({
    input: join(ROOT, 'lib/server/import/thread.ts'),
    cwd: ROOT,
    platform: 'node',
    // As NODE_FLAGS has it.
    resolve: { conditionNames: ['react-server', 'node', 'import'] },
    logLevel: 'warn',
  })
  await bundle.write({ file, format: 'esm', codeSplitting: false })
  await bundle.close()
  cpSync(join(ROOT, 'lib/server/import/tables'), join(file, '../tables'), { recursive: true })
}

if (import.meta.main) await buildImportWorker()
