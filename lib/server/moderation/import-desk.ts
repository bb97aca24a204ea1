/**
 * Imports from the page, between choosing a file and bringing it in. Kept by the process that took the file, for two hours: one a person,
 * so that what is chosen anew takes the place of what came before.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TypedImport } from '#lib/core/domain/import-limits.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import type { Profile } from '#lib/server/import/profile.ts'
import type { Saying } from '#lib/server/import/sayings.ts'
import type { ThreadResult } from '#lib/server/import/thread.ts'
import type { ImportFault } from './import-form.ts'

/** One import at a time: it takes a processor, and the database answers one after another. */
type Problem = 'busy' | 'failed' | 'forbidden'

export type ImportJob = {
  id: string
  personId: string
  folder: string
  /** Of who asked; the report is written in it. */
  locale: Locale
  typed: TypedImport
  faults: ImportFault[]
  /** What can be brought in; null where the form was refused, and once it is in. */
  ready: { file: string; profile: Profile } | null
  fileName: string
  /** What the last run came to; its faults name the file without our folder. */
  report: (ThreadResult & { isTrial: boolean }) | null
  problem: { code: Problem; saying: Saying | null } | null
  isRunning: boolean
}

type Desk = { root: string; jobs: Map<string, ImportJob> }

const KEPT_MILLISECONDS = 2 * 60 * 60 * 1000

/** One desk a process: routes, pages and actions are bundled apart. */
const DESK = Symbol.for('keimzelle.imports')
const shared = globalThis as { [DESK]?: Desk }

function openDesk(): Desk {
  if (shared[DESK]) return shared[DESK]
  const root = mkdtempSync(join(tmpdir(), 'keimzelle-imports-'))
  process.once('exit', () => rmSync(root, { recursive: true, force: true }))
  shared[DESK] = { root, jobs: new Map() }
  return shared[DESK]
}

/** A folder for what a person sends; whatever that person sent before goes, unless it is just being brought in. */
export async function openJob(personId: string): Promise<ImportJob> {
  const { root, jobs } = openDesk()
  for (const job of jobs.values()) if (job.personId === personId && !job.isRunning) await dropJob(job)
  const id = crypto.randomUUID()
  const job: ImportJob = {
    id,
    personId,
    folder: join(root, id),
    locale: 'de',
    typed: { profile: 'csv', source: '', publish: false },
    faults: [],
    ready: null,
    fileName: '',
    report: null,
    problem: null,
    isRunning: false,
  }
  await mkdir(job.folder)
  jobs.set(id, job)
  setTimeout(() => dropJob(job).catch(console.error), KEPT_MILLISECONDS).unref()
  return job
}

/** Null for another's, and for one that has gone. */
export function findJob(id: unknown, personId: string): ImportJob | null {
  const job = typeof id === 'string' ? openDesk().jobs.get(id) : undefined
  return job?.personId === personId ? job : null
}

export function isBusy(): boolean {
  return [...openDesk().jobs.values()].some(({ isRunning }) => isRunning)
}

/** Where the report of all rows is written. */
export function toReportFile({ folder }: ImportJob): string {
  return join(folder, 'report.csv')
}

async function dropJob({ id, folder }: ImportJob): Promise<void> {
  openDesk().jobs.delete(id)
  await rm(folder, { recursive: true, force: true })
}
