/**
 * Real files: every row is accounted for, and a second run changes nothing. They are not part of the project. The largest takes PGlite
 * longest, which imports it in the deep run alone.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportOptions, ImportResult } from '#lib/server/import/run-import.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { isDeep } from '#tests/support/depth.ts'
import { importFile } from '#tests/support/importing.ts'

const DATA = resolve(import.meta.dirname, '../../../shared/data')
const MELBOURNE = { profile: 'tests/fixtures/melbourne.profile.json', source: 'melbourne' }
const HERSFELD = { profile: 'osm', source: 'hersfeld' }
const isThere = existsSync(DATA)
if (!isThere) console.warn(`SKIPPED: ${DATA} is not there, the real files were not imported.`)
const takesMelbourne = isDeep || process.env.TEST_DATABASE === 'postgres'

let backend: TestBackend
beforeAll(async () => {
  if (isThere) backend = await startTestBackend()
})
afterAll(() => backend?.stop())

function sumOf({ counts }: ImportResult): number {
  const { read: _, ...outcomes } = counts
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0)
}

describe.skipIf(!isThere)('real files', () => {
  const files: [string, { profile: string; source: string; target?: ImportOptions['target'] }, object][] = [
    [
      'koeln/osm-creative.geojson',
      { profile: 'omt', source: 'koeln' },
      { read: 3901, added: 802, review: 945, duplicates: 10, skipped: 2144 },
    ],
    ['bad-hersfeld/city.osm.gz', HERSFELD, { read: 18_881, added: 8, review: 8 }],
    ['bad-hersfeld/city.osm.gz', { ...HERSFELD, target: 'addresses' }, { read: 18_881, added: 2578 }],
    ['bad-hersfeld/city.osm.gz', { ...HERSFELD, target: 'context' }, { read: 18_881, added: 226 }],
    [
      'leverkusen/districts.geojson',
      { profile: 'osm', source: 'leverkusen', target: 'districts' },
      { read: 13, added: 13 },
    ],
  ]
  if (takesMelbourne)
    files.splice(1, 0, ['melbourne/businesses.csv', MELBOURNE, { read: 19_914, duplicates: 9 }])

  test.each(files)('%s %j', async (file, options, expected) => {
    const path = resolve(DATA, file)
    const first = await importFile(backend, path, { ...options, publish: true })
    expect(first.counts).toMatchObject({ ...expected, rejected: 0, updated: 0 })
    expect(first.fileFault).toBeNull()
    expect(sumOf(first)).toBe(first.counts.read)
    const again = await importFile(backend, path, { ...options, publish: true })
    const { read, added, review, duplicates, skipped } = first.counts
    expect(again.counts).toMatchObject({ read, added: 0, updated: 0, review: 0, duplicates, skipped })
    expect(again.counts.unchanged).toBe(added + review)
  })

  test.runIf(takesMelbourne)('the vacant spaces of Melbourne are spaces', async () => {
    const [row] = await backend.sql(
      `select count(*)::int as spaces from public.spaces where source_key = 'melbourne'`,
    )
    expect(row).toEqual({ spaces: 5401 })
  })

  test('no artwork and no library of the Köln region is an entry', async () => {
    const rows = await backend.sql(
      `select count(*)::int as entries from public.businesses where source_key = 'koeln'`,
    )
    expect(rows).toEqual([{ entries: 1747 }])
  })
})
