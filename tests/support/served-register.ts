/** A page that is given another register than the app's: a handful of businesses at places of the test's choice, in the app's own form. */
import type { Page } from '@playwright/test'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import type { PlanningExtract } from '#lib/core/geo/areas/planning-ground.ts'
import { toSnapshotPaths } from '#lib/core/view/paths.ts'
import { type Snapshot, toSnapshot } from '#lib/server/published/snapshot.ts'
import { SAMPLE_ENTRY } from './sample-entry.ts'

export type ServedPlace = readonly [lng: number, lat: number]

/** Serves businesses (degrees) and nothing around them; districts and everything else stay the app's. */
export async function serveRegister(page: Page, spots: readonly ServedPlace[]): Promise<void> {
  const snapshot = await toSnapshot({ version: 1, demonstration: false }, spots.map(toBusiness), [])
  const { version, points, texts } = snapshot
  const paths = toSnapshotPaths(version)
  const octets = 'application/octet-stream'
  await page.route('**/data/current', (route) => route.fulfill({ json: { version } }))
  await page.route(`**${paths.points}`, (route) =>
    route.fulfill({ body: Buffer.from(points.plain), contentType: octets }),
  )
  await page.route(`**${paths.texts}`, (route) =>
    route.fulfill({ body: Buffer.from(texts.plain), contentType: 'application/json' }),
  )
  await page.route('**/data/planning', (route) => route.fulfill({ json: toBareExtract(snapshot) }))
}

function toBareExtract({ version }: Snapshot): PlanningExtract {
  const nothing = { names: [], x: [], y: [] }
  return {
    version,
    today: '2026-11-27',
    spaces: { ranks: [], squareMeters: [], stepFree: [] },
    surroundings: { stations: nothing, thirdPlaces: nothing, streets: nothing },
    steps: [],
  }
}

function toBusiness([lng, lat]: ServedPlace, number: number): Entry {
  return {
    ...SAMPLE_ENTRY,
    id: `id-${number}`,
    slug: `betrieb-${number}`,
    name: `Betrieb ${number}`,
    district: null,
    lng,
    lat,
  }
}
