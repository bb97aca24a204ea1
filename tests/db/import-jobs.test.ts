/** Imports from the page as rows and stored files: any process goes on with them, a lost one is told, and nothing of them stays. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildImportWorker } from '#bin/build-import-worker.ts'
import { readProfile } from '#lib/server/import/profile.ts'
import {
  fetchImportFile,
  PART_BYTES,
  readImportFile,
  removeAllImportFiles,
  storeImportFile,
} from '#lib/server/moderation/import-files.ts'
import { findImportJob } from '#lib/server/moderation/import-job.ts'
import { runImportThread } from '#lib/server/moderation/import-thread.ts'
import { purgeImports } from '#lib/server/moderation/purge-imports.ts'
import { bringJobIn } from '#lib/server/moderation/run-import-job.ts'
import { takeImport } from '#lib/server/moderation/take-import.ts'
import {
  beginImportJob,
  finishImportJob,
  openImportJob,
  renewImportJob,
  storeImportJob,
} from '#lib/server/queries/import-jobs.ts'
import { pointAppAt, startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { encodeOsmPbf } from '#tests/support/osm-pbf.ts'
import { createPerson, type TestPerson } from '#tests/support/people.ts'

const ROWS =
  'id,kind,name,disciplines,lng,lat\n1,business,Atelier Eins,design,7.0061,51.0661\n2,business,,design,7,51\n'

let backend: TestBackend
let moderator: TestPerson
const folder = mkdtempSync(join(tmpdir(), 'keimzelle-jobs-'))
beforeAll(async () => {
  backend = await startTestBackend()
  pointAppAt(backend)
})
beforeEach(async () => {
  await backend.sql('delete from private.import_jobs')
  moderator = await createPerson(backend, 'moderator')
})
afterAll(async () => {
  await backend.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A job whose file is stored, ready to be begun. */
async function open(person = moderator.id): Promise<string> {
  const job = await openImportJob(backend.admin, {
    person,
    locale: 'de',
    file_name: 'a.csv',
    typed: { profile: 'csv', source: 'probe', publish: false },
    profile: { name: 'csv' },
    faults: [],
  })
  await storeImportJob(backend.admin, job, 1)
  return job
}
const begin = (
  job: string,
  { person = moderator.id, is_trial = true, run = crypto.randomUUID(), lease_seconds = 60 } = {},
) =>
  beginImportJob(backend.admin, { job, run, person, is_trial, locale: 'de', profile: 'csv', lease_seconds })
const find = (job: string, person = moderator.id) => findImportJob(backend.admin, job, person)
const endLeases = () =>
  backend.sql(`update private.import_jobs set leased_until = now() - interval '1 s' where run_id is not null`)
const listStored = () => {
  try {
    return readdirSync(join(backend.dataDirectory, 'storage', 'imports'), {
      recursive: true,
      withFileTypes: true,
    })
      .filter((file) => file.isFile())
      .map((file) => file.name)
      .sort()
  } catch {
    return []
  }
}

test('a form to one, the report from another, brought in by a third: what each needs is in the database and the storage', async () => {
  const body = new FormData()
  for (const [name, value] of Object.entries({ locale: 'de', profile: 'csv', source: 'probe' }))
    body.set(name, value)
  body.set('file', new File([ROWS], 'betriebe.csv'))
  const request = new Request('http://localhost/data/import', { method: 'POST', body })
  const path = await takeImport(backend.admin, request, moderator.id)
  const id = path?.split('job=')[1] ?? ''
  const tried = await find(id)
  expect(tried).toMatchObject({
    isReady: true,
    fileName: 'betriebe.csv',
    problem: null,
    result: { isTrial: true, counts: { read: 2, added: 1, rejected: 1 } },
  })
  const report = await text(readImportFile(backend.admin, id, 'report', tried?.reportParts ?? 0))
  expect(report).toContain('Zeile 3,abgewiesen')
  expect(listStored()).toEqual(['file.0', 'report.0'])

  if (tried) await bringJobIn(backend.admin, tried)
  const done = await find(id)
  expect(done).toMatchObject({
    isReady: false,
    problem: null,
    result: { isTrial: false, counts: { added: 1 } },
  })
  expect(listStored()).toEqual(['report.0'])
  expect(
    await backend.sql(`select 1 as one from public.source_records where source_key = 'probe'`),
  ).toHaveLength(1)
  const [record] = await backend.sql(
    `select actor, changes from private.audit_log where action = 'import.run' order by id desc limit 1`,
  )
  expect(record).toEqual({
    actor: moderator.id,
    changes: { profile: 'csv', file: 'betriebe.csv', publish: false },
  })
  // Nothing of it is left on the disk of the process that took it.
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('keimzelle-imports-'))).toEqual([])
})

test('a process that dies loses its lease: the job waits again, with what happened and its cure', async () => {
  const job = await open()
  const run = crypto.randomUUID()
  expect(await begin(job, { run, is_trial: false })).toBe('begun')
  expect(await find(job)).toMatchObject({ isReady: false, problem: { code: 'running' } })
  expect(await begin(job)).toBe('running')
  expect(await renewImportJob(backend.admin, { job, run }, 60)).toBe(true)
  await endLeases()
  expect(await find(job)).toMatchObject({ isReady: true, problem: { code: 'ended', importMessage: null } })
  expect(await renewImportJob(backend.admin, { job, run }, 60)).toBe(false)
  const next = crypto.randomUUID()
  expect(await begin(job, { run: next })).toBe('begun')
  expect(await finishImportJob(backend.admin, { job, run, is_closed: true })).toBe(false)
  expect(await finishImportJob(backend.admin, { job, run: next, is_closed: true })).toBe(true)
  expect(await find(job)).toMatchObject({ isReady: false, problem: null })
  expect(await begin(job)).toBe('gone')
})

test('one run at a time on all processes: of many at once one begins, the others are told', async () => {
  const other = await createPerson(backend, 'admin')
  const jobs = [await open(), await open(other.id)]
  const people = [moderator.id, other.id]
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, nth) => begin(jobs[nth % 2] ?? '', { person: people[nth % 2] ?? '' })),
  )
  expect(outcomes.filter((outcome) => outcome === 'begun')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome === 'running')).toHaveLength(3)
  expect(outcomes.filter((outcome) => outcome === 'busy')).toHaveLength(4)
  const told = (await Promise.all(jobs.map((job, nth) => find(job, people[nth])))).map(
    (job) => job?.problem?.code,
  )
  expect(told.sort()).toEqual(['busy', 'running'])
})

test('a new choice replaces the former, but not one that is being run', async () => {
  const first = await open()
  await backend.admin.storage.from('imports').upload(`${first}/file.0`, Buffer.from(ROWS))
  const second = await open()
  expect(await find(first)).toBeNull()
  expect(await purgeImports(backend.admin)).toBe(1)
  expect(listStored()).not.toContain('file.0')
  const run = crypto.randomUUID()
  expect(await begin(second, { run })).toBe('begun')
  const third = await open()
  expect(await find(second)).toMatchObject({ problem: { code: 'running' } })
  await finishImportJob(backend.admin, { job: second, run, is_closed: true })
  expect([await find(second), (await find(third))?.id]).toEqual([null, third])
})

test('after two hours it is gone, and its files with it; one that runs is left alone', async () => {
  const job = await open()
  await backend.admin.storage.from('imports').upload(`${job}/file.0`, Buffer.from(ROWS))
  await backend.sql('update private.import_jobs set expires_at = now()')
  expect(await find(job)).toBeNull()
  expect(await begin(job)).toBe('gone')
  expect(await purgeImports(backend.admin)).toBe(1)
  const [left] = await backend.sql<{ rows: number }>(
    'select count(*)::integer as rows from private.import_jobs',
  )
  expect(left?.rows).toBe(0)
  expect(listStored()).not.toContain('file.0')

  const running = await open()
  await begin(running)
  await backend.sql('update private.import_jobs set expires_at = now()')
  expect(await purgeImports(backend.admin)).toBe(0)
  await endLeases()
  expect(await purgeImports(backend.admin)).toBe(1)
})

test('only moderators and admins, and each only the own one', async () => {
  for (const role of ['member', 'planner'] as const) {
    const { id, client } = await createPerson(backend, role)
    await expect(open(id)).rejects.toThrow('this needs the role moderator or admin')
    const job = await open()
    expect(await find(job, id)).toBeNull()
    expect(await begin(job, { person: id })).toBe('gone')
    const { error } = await client.rpc('import_job_read', { job, person: moderator.id })
    expect(error?.code).toBe('42501')
  }
  const job = await open()
  await backend.sql(`update public.profiles set role = 'member' where user_id = $1::uuid`, [moderator.id])
  expect(await find(job)).toBeNull()
  expect(await begin(job, { is_trial: false })).toBe('forbidden')
  expect(await backend.sql(`select 1 from private.audit_log where actor = $1::uuid`, [moderator.id])).toEqual(
    [],
  )
})

test('an account takes its jobs along, and takes them with it', async () => {
  await open()
  const { data } = await moderator.client.rpc('my_data')
  expect(JSON.parse(String(data)).imports).toMatchObject([
    { file: 'a.csv', state: 'waiting', source: 'probe', profile: 'csv', publish: false },
  ])
  expect((await moderator.client.rpc('delete_me')).data).toBe(true)
  expect(await purgeImports(backend.admin)).toBe(1)
})

test('the bundled thread reads what the source reads: its table of tags and the parser of PBF come along', async () => {
  const bundled = join(folder, 'bundle', 'thread.mjs')
  await buildImportWorker(bundled)
  const file = join(folder, 'places.osm.pbf')
  const tags = { office: 'architect', name: 'Büro Probe' }
  writeFileSync(file, encodeOsmPbf({ nodes: [{ id: 1, lng: 7.006, lat: 51.066, tags }] }))
  const run = (thread?: string) =>
    runImportThread(
      {
        file,
        profile: readProfile('osm'),
        source: 'osm-probe',
        publish: false,
        isTrial: true,
        locale: 'de',
        reportFile: join(folder, `report-${thread ? 'bundled' : 'source'}.csv`),
        limitSeconds: 60,
      },
      new AbortController().signal,
      thread,
    )
  const [bundle, source] = await Promise.all([run(bundled), run()])
  expect(bundle.counts).toMatchObject({ read: 1, added: 1 })
  expect({ ...bundle, seconds: 0 }).toEqual({ ...source, seconds: 0 })
})

test('a large file lies in parts, and comes back as it was', async () => {
  const job = await open()
  const [path, back] = [join(folder, 'large.osm'), join(folder, 'back.osm')]
  const bytes = randomBytes(PART_BYTES * 2 + 17)
  writeFileSync(path, bytes)
  expect(await storeImportFile(backend.admin, job, 'file', path)).toBe(3)
  await fetchImportFile(backend.admin, job, 3, back)
  const toHash = async (parts: AsyncIterable<Uint8Array>) => {
    const hash = createHash('sha256')
    for await (const part of parts) hash.update(part)
    return hash.digest('hex')
  }
  expect(await toHash(readImportFile(backend.admin, job, 'file', 3))).toBe(
    createHash('sha256').update(bytes).digest('hex'),
  )
  await removeAllImportFiles(backend.admin, job)
  await expect(fetchImportFile(backend.admin, job, 3, join(folder, 'none.osm'))).rejects.toThrow(
    'cannot be read',
  )
})
