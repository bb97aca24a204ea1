/**
 * The second half of `npm run build`: makes `.next/standalone` a folder that runs elsewhere, with nothing installed. It holds
 * Next's output, the scripts with all that they import, and what run-time-files.ts lists.
 */
import { constants, cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { prepareDatabase } from '#supabase/embedded/prepared.ts'
import manifest from '../package.json' with { type: 'json' }
import { ROOT } from './lanes.ts'
import { COPIES, SCRIPTS, UNWANTED } from './run-time-files.ts'
import { traceImports } from './trace-imports.ts'

export const FOLDER = join(ROOT, '.next/standalone')

/** Expects a build; what lies in the folder from an earlier run is overwritten. */
export async function assembleFolder(): Promise<void> {
  const { database } = await prepareDatabase()
  const traced = await traceImports(ROOT, SCRIPTS)
  // Only the present shelf: those of older migrations may lie beside it.
  const shelf = relative(ROOT, dirname(database))
  for (const path of [...traced, ...COPIES.map(({ path }) => path), shelf]) copy(path)
  for (const path of UNWANTED) rmSync(join(FOLDER, path), { force: true })
  linkNode()
  writeFileSync(join(FOLDER, 'package.json'), `${JSON.stringify(toRunTimeManifest(manifest), null, 2)}\n`)
}

function copy(path: string): void {
  const options = { recursive: true, dereference: true, mode: constants.COPYFILE_FICLONE }
  cpSync(join(ROOT, path), join(FOLDER, path), options)
}

/** `npm start` in the folder finds it there before the system's. */
function linkNode(): void {
  const link = join(FOLDER, 'node_modules/.bin/node')
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync('../node/bin/node', link)
}

type Manifest = Record<string, unknown> & { scripts: Record<string, string> }

/** What Node and npm read at run time, without the commands that need the sources. */
export function toRunTimeManifest({ scripts, devDependencies: _, ...rest }: Manifest): Manifest {
  const runnable = Object.entries(scripts).filter(
    ([name, line]) => name !== 'dev' && SCRIPTS.some((script) => line.split(' ').includes(script)),
  )
  return { ...rest, scripts: Object.fromEntries(runnable) }
}

if (import.meta.main) await assembleFolder()
