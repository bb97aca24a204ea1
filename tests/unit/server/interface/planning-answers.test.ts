/** What planning's own addresses answer to parameters that they do not have, on a register of 120 entries. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { City } from '#lib/core/domain/city.ts'
import { describeDistricts } from '#lib/core/geo/areas/planning-ground.ts'
import { respondToParameters } from '#lib/server/interface/api-response.ts'
import { respondToChance } from '#lib/server/interface/chance.ts'
import { formatDistrictsCsv } from '#lib/server/interface/districts-csv.ts'
import { parseNoParameters } from '#lib/server/interface/parse-parameters.ts'
import { respondToPlanning } from '#lib/server/interface/planning-extract.ts'
import { readGround } from '#lib/server/published/planning-cache.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { sampleRows } from '#tests/support/entry-rows.ts'
import { readProblem } from '#tests/support/problem.ts'
import { type RestRegister, startRestRegister } from '#tests/support/rest-register.ts'

let register: RestRegister
beforeAll(async () => {
  register = await startRestRegister(sampleRows(120, 8))
})
afterAll(() => register.close())

const BOX: Pick<City, 'box'> = { box: [6.9, 51, 7.1, 51.1] }
const ADDRESSES = {
  '/data/chance': (request: Request) =>
    respondToChance(request, register.client, () => readSnapshot(register.client), BOX),
  '/data/planning': (request: Request) => respondToPlanning(request, () => readGround(register.client)),
  '/api/v1/districts.csv': (request: Request) =>
    respondToParameters(
      request,
      () => readGround(register.client),
      parseNoParameters,
      (ground) => new Response(formatDistrictsCsv(describeDistricts(ground, ground.outlines), ground)),
    ),
}
const ask = (path: keyof typeof ADDRESSES, search: string) =>
  ADDRESSES[path](new Request(`http://127.0.0.1${path}${search}`))

test.each([
  ['/data/chance', '', 'n'],
  ['/data/chance', '?n=', 'n'],
  ['/data/chance', '?n=-5', 'n'],
  ['/data/chance', '?n=1e3', 'n'],
  ['/data/chance', '?n=12345678', 'n'],
  ['/data/chance', '?n=NaN', 'n'],
  ['/data/chance', '?n=5&n=6', 'n'],
  ['/data/chance', '?n=5&seed=1', 'seed'],
  ['/data/planning', '?version=1', 'version'],
  ['/data/planning', '?__proto__=1', '__proto__'],
  ['/api/v1/districts.csv', '?district=Opladen', 'district'],
] as const)('%s%s is a problem that names the parameter and its cure', async (path, search, parameter) => {
  const { status, detail, errors } = await readProblem(await ask(path, search))
  expect(status).toBe(400)
  expect(errors).toHaveLength(1)
  expect(errors[0]?.parameter).toBe(parameter)
  expect(errors[0]?.detail).toMatch(/Give|Leave it out|Known are: n\./)
  expect(detail).toBe(`${parameter}: ${errors[0]?.detail}`)
})

test.each([
  ['/data/chance', '?n=0'],
  ['/data/chance', '?n=9999999'],
  ['/data/planning', ''],
  ['/api/v1/districts.csv', ''],
] as const)('%s%s is answered, without a number that is none', async (path, search) => {
  const response = await ask(path, search)
  expect(response.status).toBe(200)
  expect(await response.text()).not.toMatch(/NaN|Infinity/)
})

test.each(['/data/planning', '/api/v1/districts.csv'] as const)(
  '%s is another answer on another day, because its facts count from today',
  async (path) => {
    const tag = (await ask(path, '')).headers.get('etag') ?? ''
    expect(tag).toContain(new Date().toISOString().slice(0, 10))
    const again = new Request(`http://127.0.0.1${path}`, { headers: { 'If-None-Match': tag } })
    expect((await ADDRESSES[path](again)).status).toBe(304)
    const yesterday = tag.replace(/\d{4}-\d{2}-\d{2}/, '2026-11-24')
    const late = new Request(`http://127.0.0.1${path}`, { headers: { 'If-None-Match': yesterday } })
    expect((await ADDRESSES[path](late)).status).toBe(200)
  },
)

test('a register that does not answer is 503 everywhere', async () => {
  const silent = () => Promise.reject(new Error('down'))
  const request = new Request('http://127.0.0.1/data/planning')
  expect((await respondToPlanning(request, silent)).status).toBe(503)
  const chance = new Request('http://127.0.0.1/data/chance?n=5')
  expect((await respondToChance(chance, register.client, silent, BOX)).status).toBe(503)
})

test('who asks for chance at the same time shares one reading; one that failed is not kept', async () => {
  const snapshot = await readSnapshot(register.client)
  const askIn = async (version: string) =>
    (
      await respondToChance(
        new Request('http://127.0.0.1/data/chance?n=5'),
        register.client,
        async () => ({ ...snapshot, version }),
        BOX,
      )
    ).status
  register.mood = 'failing'
  expect(await askIn('first')).toBe(503)
  register.mood = 'serving'
  register.takeCount('context_points')
  expect(await askIn('first')).toBe(200)
  const once = register.takeCount('context_points')
  expect(once).toBeGreaterThan(0)
  expect(await Promise.all([askIn('second'), askIn('second'), askIn('second')])).toEqual([200, 200, 200])
  expect(register.takeCount('context_points')).toBe(once)
})
