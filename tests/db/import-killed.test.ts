/** An import may be killed anywhere and run again: the register ends as after one clean run. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { pick } from '#tests/support/depth.ts'
import { emptyRegister, importFile, readContent, runImportCommand, toCsv } from '#tests/support/importing.ts'
import { type KillingProxy, MOMENTS, startKillingProxy } from '#tests/support/killing-proxy.ts'
import { writeTemporaryFile } from '#tests/support/temporary-file.ts'

/** Each moment has its turn. */
const KILLS = pick(MOMENTS.length, 20)
const ROWS = 1100

const CITY = fc.record({
  kind: fc.constantFrom('business', 'business', 'space'),
  name: fc.constantFrom('Atelier', 'Büro Nord', 'Leerstand', 'Werkstatt', 'Vacant'),
  codes: fc.constantFrom('59.20.2', '71.11.2', '73.11.0|71.11.2'),
  east: fc.integer({ min: 0, max: 40 }),
  north: fc.integer({ min: 0, max: 40 }),
})

/** Names repeat within 50 m on purpose, some rows are unsure and some wrong. */
const FILE = writeTemporaryFile(
  'city.csv',
  toCsv(
    fc.sample(CITY, { numRuns: ROWS, seed: 21 }).map(({ kind, name, codes, east, north }, nth) => ({
      id: nth % 3 === 0 ? '' : `row-${nth}`,
      kind,
      name,
      wz2008: nth % 17 === 0 ? '' : codes,
      wz2025: nth % 17 === 0 ? '47.61.0' : '',
      lng: nth % 97 === 0 ? 'east' : (7 + east * 0.0005).toFixed(4),
      lat: (51 + north * 0.0003).toFixed(4),
    })),
  ),
)
const ARGS = [FILE, '--profile', 'csv', '--source', 'city', '--publish', '--json']

let backend: TestBackend
let proxy: KillingProxy
beforeAll(async () => {
  backend = await startTestBackend()
  proxy = await startKillingProxy(backend.url)
})
afterAll(async () => {
  await proxy.close()
  await backend.stop()
})

test(`killed at ${KILLS} moments and repeated, it ends in the same register`, async () => {
  const through = { url: proxy.url, keys: backend.keys }
  proxy.arm(null)
  const clean = await runImportCommand(through, ARGS)
  expect(clean.code).toBe(3)
  expect(JSON.parse(clean.stdout)).toMatchObject({ read: ROWS, rejected: Math.ceil(ROWS / 97) })
  const content = await readContent(backend)
  expect(content.length).toBeGreaterThan(300)
  const requests = proxy.requests()

  const blows = fc.sample(fc.integer({ min: 1, max: requests }), { numRuns: KILLS, seed: 22 })
  for (const [nth, request] of blows.entries()) {
    const moment = MOMENTS[nth % MOMENTS.length] ?? 'during'
    await emptyRegister(backend)
    const killed = await runImportCommand(through, ARGS, (child) =>
      proxy.arm({ request, moment, kill: () => child.kill('SIGKILL') }),
    )
    expect(killed, `${moment} request ${request}`).toMatchObject({ code: null, stdout: '' })
    await proxy.settle()
    await importFile(backend, FILE, { source: 'city', publish: true })
    expect(await readContent(backend), `${moment} request ${request}`).toEqual(content)
  }
}, 600_000)
