/** What the facts of areas rest on: the snapshot, and beside it what only planning asks for; read once per version. */
import { toDay, toIsoDate } from '#lib/core/domain/freshness.ts'
import type { PlanningGround } from '#lib/core/geo/areas/planning-ground.ts'
import { toSurroundings } from '#lib/core/geo/areas/surroundings.ts'
import { readStreets } from '#lib/server/queries/addresses.ts'
import { readContext } from '#lib/server/queries/context-places.ts'
import type { DistrictOutlines } from '#lib/server/queries/districts.ts'
import { readSpaceSteps } from '#lib/server/queries/space-steps.ts'
import { type AnonClient, createAnonClient } from '#lib/server/supabase/anon-client.ts'
import { readOutlinesOf } from './district-outlines.ts'
import type { Snapshot } from './snapshot.ts'
import { readSnapshot } from './snapshot-cache.ts'

export type Planning = Omit<PlanningGround, 'today'> & {
  version: string
  outlines: DistrictOutlines
  /** What it was read from. */
  snapshot: Snapshot
}

let kept: Promise<Planning> | null = null
let keptVersion = ''

/** The current version; one reading serves all who ask at the same time. Throws when the database does not answer. */
async function readPlanning(client: AnonClient = createAnonClient()): Promise<Planning> {
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
    readSpaceSteps(client),
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
