/** What the facts of areas rest on: the snapshot, and beside it what only planning asks for; read once per version. */
import { SPACE_STATES } from '#lib/core/domain/entry.ts'
import { toDay, toIsoDate } from '#lib/core/domain/freshness.ts'
import type { PlanningGround } from '#lib/core/geo/areas/planning-ground.ts'
import { type ContextPlace, toSurroundings } from '#lib/core/geo/areas/surroundings.ts'
import type { SpaceStep } from '#lib/core/geo/areas/vacancy-history.ts'
import { readStreets } from '#lib/server/geocoding/address-search.ts'
import type { Snapshot } from '#lib/server/published/snapshot.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { type AnonClient, createAnonClient } from '#lib/server/supabase/server.ts'
import { type DistrictOutlines, readOutlinesOf } from './districts.ts'

const PAGE_ROWS = 1000

export type Planning = Omit<PlanningGround, 'today'> & {
  version: string
  outlines: DistrictOutlines
  /** What it was read from. */
  snapshot: Snapshot
}

let kept: Promise<Planning> | null = null
let keptVersion = ''

/** The current version; one reading serves all who ask at the same time. Throws when the database does not answer. */
export async function readPlanning(client: AnonClient = createAnonClient()): Promise<Planning> {
  const snapshot = await readSnapshot(client)
  if (!kept || keptVersion !== snapshot.version) {
    const reading = buildPlanning(client, snapshot)
    kept = reading
    keptVersion = snapshot.version
    reading.catch(() => {
      if (kept === reading) kept = null
    })
  }
  return kept
}

export type Ground = Planning & Pick<PlanningGround, 'today'>

/** As of today (UTC). */
export function toGround(planning: Planning): Ground {
  return { ...planning, today: toIsoDate(toDay(new Date())) }
}

/** The current version as of today; throws as above. */
export async function readGround(client?: AnonClient): Promise<Ground> {
  return toGround(await readPlanning(client))
}

async function buildPlanning(client: AnonClient, snapshot: Snapshot): Promise<Planning> {
  const { version, places, columns, entries } = snapshot
  const [steps, context, streets, outlines] = await Promise.all([
    readSteps(client),
    readContext(client),
    readStreets(client),
    readOutlinesOf(version, client),
  ])
  return {
    version,
    columns: {
      ...places,
      confirmedDays: columns.confirmedDays,
      areaSquareMeters: Float64Array.from(entries, (entry) => entry.areaSquareMeters ?? Number.NaN),
      stepFree: Uint8Array.from(columns.stepFree),
    },
    districts: columns.districts,
    districtNames: columns.districtNames,
    surroundings: toSurroundings(
      context,
      streets.map(({ label, position }) => ({ name: label, ...position })),
    ),
    steps,
    outlines,
    snapshot,
  }
}

async function readSteps(client: AnonClient): Promise<SpaceStep[]> {
  const steps: SpaceStep[] = []
  for (let after = 0; ; ) {
    const { data, error } = await client
      .from('space_steps')
      .select()
      .gt('id', after)
      .order('id')
      .limit(PAGE_ROWS)
    if (error) throw new Error(`The steps of spaces cannot be read: ${error.message}`)
    for (const { id, space_id, state, since, lng, lat, district } of data) {
      after = id ?? after
      const known = SPACE_STATES.find((one) => one === state)
      if (!space_id || !known || !since) continue
      steps.push({ space: space_id, state: known, since, lng, lat, district })
    }
    if (data.length < PAGE_ROWS) return steps
  }
}

/** Shared with the null of the tests on chance, which draws from context places too. */
export async function readContext(client: AnonClient): Promise<ContextPlace[]> {
  const places: ContextPlace[] = []
  for (let after = 0; ; ) {
    const { data, error } = await client
      .from('context_points')
      .select()
      .gt('id', after)
      .order('id')
      .limit(PAGE_ROWS)
    if (error) throw new Error(`The context places cannot be read: ${error.message}`)
    for (const { id, kind, name, lng, lat } of data) {
      after = id ?? after
      if (kind && lng !== null && lat !== null) places.push({ kind, name, lng, lat })
    }
    if (data.length < PAGE_ROWS) return places
  }
}
