/** `npm run build`: the map's worker, the prepared database, the app and its worker of imports, ready for `npm start`. */
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { buildImportWorker } from './build-import-worker.ts'
import { runCommand } from './lanes.ts'
import { copyMapWorker } from './map-worker.ts'

copyMapWorker()
const steps = [
  // In a process of its own, which gives its memory back.
  runCommand(process.execPath, [...NODE_FLAGS, 'supabase/embedded/prepared.ts']),
  runCommand('next', ['build']),
]
const results = await Promise.all(steps)
await buildImportWorker()
process.exitCode = results.find(({ code }) => code !== 0)?.code ?? 0
