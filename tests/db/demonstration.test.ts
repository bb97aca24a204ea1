/** The demonstration: laid once, marked, deterministic, and gone when it ends. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCity } from '#lib/server/city.ts'
import { generateDistricts, generateEntries } from '#lib/server/demo/generate.ts'
import { seedDemonstration } from '#lib/server/demo/seed.ts'
import { buildSnapshot } from '#lib/server/published/snapshot.ts'
import { readContext } from '#lib/server/queries/context-places.ts'
import { readEntries } from '#lib/server/queries/entries.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'

let backend: TestBackend

beforeAll(async () => {
  backend = await startTestBackend()
})
afterAll(() => backend.stop())

test('the same city gives the same rows, all of them marked', () => {
  const city = readCity()
  expect(generateEntries(city)).toEqual(generateEntries(city))
  expect(generateEntries(city).every((row) => row.name.startsWith('Demo: '))).toBe(true)
  expect(generateDistricts(city).map(({ name }) => name)).toContain('Opladen')
})

test('laid once, read by anyone, ended for good', async () => {
  await seedDemonstration(backend.sql, readCity())
  await seedDemonstration(backend.sql, readCity())
  const { entries, publication } = await readEntries(backend.anon)
  expect(publication.demonstration).toBe(true)
  const businesses = entries.filter(({ kind }) => kind === 'business')
  expect(businesses).toHaveLength(182)
  expect(entries.length - businesses.length).toBe(40)
  expect(businesses.every(({ disciplines }) => disciplines.length >= 1)).toBe(true)
  expect(businesses.filter(({ district }) => district === 'Opladen').length).toBeGreaterThan(30)
  // What an entry says of its district is where it stands; a moved place may be shown in the next one, by chance.
  const exact = entries.filter(({ disclosure }) => disclosure === 'exact')
  expect(exact.length).toBeGreaterThan(200)
  const strays = exact.filter(({ district, summary }) => !summary.includes(` in ${district}. `))
  expect(strays.map(({ slug }) => slug)).toEqual([])

  const stations = await readContext(backend.anon)
  expect(stations.map(({ kind, name }) => `${kind} ${name}`)).toContain('station Opladen')

  await backend.admin.rpc('end_demonstration').throwOnError()
  await seedDemonstration(backend.sql, readCity())
  expect((await readEntries(backend.anon)).entries).toEqual([])
  expect(await readContext(backend.anon)).toEqual([])
  // Nothing is named that nothing comes from any more.
  expect((await buildSnapshot(backend.anon)).sources.filter((source) => source.demonstration)).toEqual([])
})

test('only the secret key may lay or end it', async () => {
  const { error } = await backend.anon.rpc('end_demonstration')
  expect(error?.code).toBe('42501')
})
