/** The snapshot in memory: who asks waits for one reading, and the last version outlives the database's failures. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toVersion } from '#lib/server/published/snapshot.ts'
import type { readSnapshot as ReadSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { sampleRows } from '#tests/support/entry-rows.ts'
import { type RestRegister, startRestRegister } from '#tests/support/rest-register.ts'

let register: RestRegister
let readSnapshot: typeof ReadSnapshot

beforeEach(async () => {
  // Only the clock that says how old the last look is; the network keeps its own.
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 })
  vi.spyOn(console, 'error').mockImplementation(() => {})
  // A process of its own: a fresh module and an empty shelf.
  vi.resetModules()
  Reflect.deleteProperty(globalThis, Symbol.for('keimzelle.snapshots'))
  readSnapshot = (await import('#lib/server/published/snapshot-cache.ts')).readSnapshot
  register = await startRestRegister(sampleRows(50, 1))
})
afterEach(async () => {
  await register.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const read = () => readSnapshot(register.client)
const later = () => vi.setSystemTime(Date.now() + 1500)

test('a hundred who ask at once share one reading', async () => {
  const snapshots = await Promise.all(Array.from({ length: 100 }, read))
  expect(new Set(snapshots).size).toBe(1)
  expect(snapshots[0]?.entries).toHaveLength(50)
  expect(register.takeCount('entries')).toBe(1)
})

test('the version is looked at once a second, the entries are read when it changed', async () => {
  const first = await read()
  register.takeCount('publication')
  register.takeCount('entries')
  for (let asked = 0; asked < 10; asked++) expect(await read()).toBe(first)
  expect(register.takeCount('publication')).toBe(0)
  later()
  expect(await read()).toBe(first)
  expect([register.takeCount('publication'), register.takeCount('entries')]).toEqual([1, 0])
  register.version += 1
  register.rows = register.rows.slice(1)
  later()
  const second = await read()
  expect([second.entries.length, register.takeCount('entries')]).toEqual([49, 1])
  expect(second.version).not.toBe(first.version)
})

test('a version stays to be had while its successor is new, and is gone after two more', async () => {
  vi.stubEnv('SUPABASE_URL', register.url)
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_test')
  vi.stubEnv('SUPABASE_SECRET_KEY', 'sb_secret_test')
  const { findSnapshot } = await import('#lib/server/published/snapshot-cache.ts')
  const { version } = await read()
  const found: boolean[] = []
  for (let step = 0; step < 2; step++) {
    register.version += 1
    later()
    await read()
    found.push((await findSnapshot(version)) !== undefined)
  }
  expect(found).toEqual([true, false])
  vi.unstubAllEnvs()
})

test('a version that another process has met already is found at once, however young the last look is', async () => {
  vi.stubEnv('SUPABASE_URL', register.url)
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_test')
  vi.stubEnv('SUPABASE_SECRET_KEY', 'sb_secret_test')
  const { findSnapshot } = await import('#lib/server/published/snapshot-cache.ts')
  const first = await read()
  register.version += 1
  expect(await read()).toBe(first)
  const second = await findSnapshot(toVersion(register.version))
  expect(second?.version).toBe(toVersion(register.version))
  register.takeCount('publication')
  for (const unknown of [toVersion(register.version - 2), 'f0-99999999999999', 'f1-x', 'x'])
    expect([unknown, await findSnapshot(unknown)]).toEqual([unknown, undefined])
  expect(register.takeCount('publication')).toBe(1)
  vi.unstubAllEnvs()
})

test('while the database fails the last version is served, and its return is noticed', async () => {
  const first = await read()
  register.mood = 'failing'
  register.version += 1
  for (let second = 0; second < 3; second++) {
    later()
    expect(await read()).toBe(first)
  }
  expect(console.error).toHaveBeenCalledTimes(1)
  register.mood = 'serving'
  // Served at once with what is there; a look that this began brings the news, the one under way may still fail.
  await vi.waitFor(async () => {
    later()
    expect((await read()).version).not.toBe(first.version)
  })
})

test('a database that has failed and then says nothing at all keeps nobody waiting', async () => {
  const first = await read()
  register.mood = 'failing'
  later()
  await read()
  register.mood = 'silent'
  later()
  expect(await Promise.all([read(), read(), read()])).toEqual([first, first, first])
  expect(register.takeCount('publication')).toBeGreaterThan(0)
})

test('where there has never been a version, the failure is told, and the next one who asks tries again', async () => {
  register.mood = 'failing'
  await expect(read()).rejects.toThrow(/disk is full/)
  register.mood = 'serving'
  expect((await read()).entries).toHaveLength(50)
})
