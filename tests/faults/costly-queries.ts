/**
 * Requests that would be dear if they were answered as asked: what is no number, boxes inside out, limits beyond reason, outlines of 100,000
 * corners, bodies of 10 MB. How long each refusal takes, and that it is one. Needs a build; run it with `node --conditions=react-server tests/faults/costly-queries.ts
 * [BUSINESSES]` (10,000 if none are given).
 */
import { startLoadedApp } from '#tests/support/load-register.ts'
import { createSeededPoints } from '#tests/support/seeded-points.ts'
import { readBuiltActions } from '#tests/support/server-actions.ts'
import { type Measured, measure, printMedians } from './measure.ts'

const ROUNDS = 20
const TARGET_MILLISECONDS = 200
const CORNERS = 100_000
const MEGABYTES_10 = Buffer.alloc(10_000_000, 'x')

const businesses = Number(process.argv[2] ?? 10_000)
if (!Number.isInteger(businesses) || businesses < 1 || businesses > 100_000)
  throw new Error('Give 1 to 100000 businesses.')

type Kind = { name: string; path: string; statuses: readonly number[]; init?: RequestInit }

const ENTRIES = '/api/v1/entries.geojson'
const toRing = (corner: string, corners = CORNERS) => `[${Array(corners).fill(corner).join(',')}]`
const toArea = (corner: string, corners = CORNERS) =>
  `[{"name":"x","isShared":false,"outline":{"type":"Polygon","coordinates":[${toRing(corner, corners)}]}}]`
const post = (body: string | Uint8Array<ArrayBuffer>, type: string, more = {}): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': type, ...more },
})

function listKinds(url: string): Kind[] {
  const reading: [string, string][] = [
    ['a box of what is no number', `${ENTRIES}?bbox=NaN,51,7,52`],
    ['a box inside out', `${ENTRIES}?bbox=7,52,6,51`],
    ['a box of 3,000 numbers', `${ENTRIES}?bbox=${Array(3000).fill(7).join(',')}`],
    ['a limit of a thousand million', `${ENTRIES}?limit=1000000000`],
    ['an offset of 1e309', `${ENTRIES}?offset=1e309`],
    ['a search of 8,000 letters', `${ENTRIES}?q=${'ab'.repeat(4000)}`],
    ['3,000 disciplines', `/api/v1/entries.csv?discipline=${Array(3000).fill('x').join(',')}`],
    ['areas of an endless reach', '/api/v1/areas.geojson?eps=Infinity&min_points=2'],
    ['a density of no bandwidth', '/api/v1/density.geojson?bandwidth=NaN'],
    ['a density of a millimetre', '/api/v1/density.geojson?cell=0.001'],
  ]
  const action = readBuiltActions().find(({ name }) => name.endsWith('#saveArea'))
  const asAction = { 'Next-Action': action?.id ?? '', Origin: url }
  const json = 'application/json'
  const text = 'text/plain;charset=UTF-8'
  return [
    ...reading.map(([name, path]) => ({ name, path, statuses: [400] })),
    {
      name: '100,000 corners in an address',
      path: `/de/planning?x=${'1_1_'.repeat(CORNERS)}`,
      statuses: [431],
    },
    {
      name: '100,000 corners as a proposal',
      path: '/api/v1/proposals',
      statuses: [413],
      init: post(`{"type":"new","outline":${toRing('[7,51]')}}`, json),
    },
    {
      name: '100,000 corners to be saved',
      path: '/de/planning',
      statuses: [413],
      init: post(toArea('[7,51]'), text, asAction),
    },
    // As many as pass the limit on a page's text: the action refuses them with a fault in its answer.
    {
      name: '37,000 corners to be saved',
      path: '/de/planning',
      statuses: [200],
      init: post(toArea('[7,51]', 37_000), text, asAction),
    },
    ...['/api/v1/proposals', '/api/v1/photos', '/de', '/de/planning', '/de/sign-in'].map((path) => ({
      name: `10 MB to ${path}`,
      path,
      statuses: [413],
      init: post(MEGABYTES_10, json, { Origin: url }),
    })),
  ]
}

const app = await startLoadedApp(createSeededPoints(businesses))
try {
  const all: Measured[] = []
  for (const { name, path, statuses, init = {} } of listKinds(app.url)) {
    const milliseconds = await measure(ROUNDS, async () => {
      const answer = await fetch(app.url + path, init)
      await answer.arrayBuffer()
      if (!statuses.includes(answer.status)) throw new Error(`${name} was answered with ${answer.status}.`)
    })
    all.push({ name, milliseconds, target: TARGET_MILLISECONDS })
  }
  printMedians(`refusals with ${businesses} businesses`, all)
} finally {
  await app.stop()
}
