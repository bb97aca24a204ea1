/** The null model for a number of businesses as JSON; the places behind it are read once a version. */

import type { City } from '#lib/core/domain/city.ts'
import { chooseNull, type NullChoices } from '#lib/core/geo/chance/null-places.ts'
import { readNullChoices } from '#lib/server/published/null-choices.ts'
import type { Snapshot } from '#lib/server/published/snapshot.ts'
import { toUnavailableResponse, toValidatedResponse } from '#lib/server/published/snapshot-response.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'
import { toFaultsResponse } from './api-response.ts'
import { type Parsed, parseParameters } from './parse-parameters.ts'

/** A millionth of a degree is a decimetre. */
const DECIMALS = 6
const COUNT = /^\d{1,7}$/
const GIVE_COUNT =
  'Give how many businesses there are, as a whole number of up to seven digits, such as n=130.'

let kept: { version: string; choices: Promise<NullChoices> } | null = null

/** 400 for anything but one number; 503 where the database does not answer. */
export async function respondToChance(
  request: Request,
  client: AnonClient,
  read: () => Promise<Pick<Snapshot, 'version' | 'places'>>,
  city: Pick<City, 'box'>,
): Promise<Response> {
  const { query, faults } = parseChanceQuery(new URL(request.url).searchParams)
  if (!query) return toFaultsResponse(faults)
  try {
    const snapshot = await read()
    const model = chooseNull(query.n, await readChoices(client, snapshot, city))
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

/** One reading serves all who ask at the same time; one that fails is not kept. */
function readChoices(
  client: AnonClient,
  snapshot: Pick<Snapshot, 'version' | 'places'>,
  city: Pick<City, 'box'>,
): Promise<NullChoices> {
  if (kept?.version === snapshot.version) return kept.choices
  const choices = readNullChoices(client, snapshot, city)
  kept = { version: snapshot.version, choices }
  choices.catch(() => {
    if (kept?.choices === choices) kept = null
  })
  return choices
}

function parseChanceQuery(params: URLSearchParams): Parsed<{ n: number }> {
  const { query, faults } = parseParameters(params, { n: Number.NaN }, { n: readCount })
  if (!query) return { query, faults }
  return Number.isNaN(query.n)
    ? { query: null, faults: [{ parameter: 'n', detail: GIVE_COUNT }] }
    : { query, faults: [] }
}

function readCount(query: { n: number }, text: string): string | null {
  query.n = COUNT.test(text) ? Number(text) : Number.NaN
  return Number.isNaN(query.n) ? GIVE_COUNT : null
}

function round(degrees: number): number {
  return Number(degrees.toFixed(DECIMALS))
}
