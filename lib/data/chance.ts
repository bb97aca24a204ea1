/** The null model for a number of businesses as JSON; the places behind it are read once a version. */
import type { City } from '#lib/city.ts'
import { chooseNull, type NullChoices } from '#lib/geo/null-places.ts'
import type { AnonClient } from '#lib/supabase/server.ts'
import { toFaultsResponse } from './api-response.ts'
import { readNullChoices } from './null-choices.ts'
import type { Snapshot } from './snapshot.ts'
import { toUnavailableResponse, toValidatedResponse } from './snapshot-response.ts'

/** A millionth of a degree is a decimetre. */
const DECIMALS = 6

let kept: { version: string; choices: NullChoices } | null = null

/** 400 without a number; 503 where the database does not answer. */
export async function respondToChance(
  request: Request,
  client: AnonClient,
  read: () => Promise<Pick<Snapshot, 'version' | 'places'>>,
  city: Pick<City, 'box'>,
): Promise<Response> {
  const n = new URL(request.url).searchParams.get('n') ?? ''
  if (!/^\d{1,7}$/.test(n))
    return toFaultsResponse([{ parameter: 'n', detail: 'Give how many businesses there are.' }])
  try {
    const snapshot = await read()
    if (kept?.version !== snapshot.version)
      kept = { version: snapshot.version, choices: await readNullChoices(client, snapshot, city) }
    const model = chooseNull(Number(n), kept.choices)
    const value =
      'lng' in model
        ? { ...model, lng: Array.from(model.lng, round), lat: Array.from(model.lat, round) }
        : model
    return toValidatedResponse(request, snapshot.version, value)
  } catch (fault) {
    console.error(fault)
    return toUnavailableResponse()
  }
}

function round(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS))
}
