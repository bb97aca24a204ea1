/** How the public interface answers: open to every page's script, without cookies, refusals as RFC 9457 problems. */

import { listFieldsWith } from '#lib/core/domain/fields/all-fields.ts'
import type { Snapshot } from '#lib/server/published/snapshot.ts'
import { matchesEtag } from '#lib/server/published/snapshot-response.ts'
import { type EntriesQuery, parseEntriesQuery } from './entries-query.ts'
import type { ParameterFault, Parsed } from './parse-parameters.ts'

/** Part of every ETag: rises when the same version of the register is answered in another form that is none of the table of fields. */
const INTERFACE_FORM = 6
/** A field more is another form by itself. */
const FORM_TAG = `a${INTERFACE_FORM}.${listFieldsWith('published').length}`

const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Retry-After',
  'X-Content-Type-Options': 'nosniff',
}

/** The answer to a browser that asks whether it may read (it may). */
export function toPreflightResponse(): Response {
  const headers = {
    ...OPEN,
    'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
    'Access-Control-Allow-Headers': 'If-None-Match',
    'Access-Control-Max-Age': '86400',
  }
  return new Response(null, { status: 204, headers })
}

/** What every answer is made of: a version of the register, and the day (ISO date) where the answer counts from one. */
type Versioned = { version: string; today?: string }

/** Entries by the parameters of an address: as below. */
export function respondToQuery(
  request: Request,
  readSnapshot: () => Promise<Snapshot>,
  answer: (snapshot: Snapshot, query: EntriesQuery) => Response,
): Promise<Response> {
  return respondToParameters(request, readSnapshot, parseEntriesQuery, answer)
}

/** Checks the parameters, reads the snapshot and answers by `answer`; 400, 503 and 304 are given here. */
export async function respondToParameters<Query, Read extends Versioned>(
  request: Request,
  read: () => Promise<Read>,
  parse: (params: URLSearchParams) => Parsed<Query>,
  answer: (snapshot: Read, query: Query) => Response,
): Promise<Response> {
  const { query, faults } = parse(new URL(request.url).searchParams)
  return query
    ? respondFromSnapshot(request, read, (snapshot) => answer(snapshot, query))
    : toFaultsResponse(faults)
}

/** The same where the parameters are no matter; what is read may be more than the snapshot. */
export async function respondFromSnapshot<Read extends Versioned>(
  request: Request,
  readSnapshot: () => Promise<Read>,
  answer: (snapshot: Read) => Response,
): Promise<Response> {
  const snapshot = await readSnapshot().catch(() => null)
  if (!snapshot)
    return toProblemResponse(503, 'The register does not answer', 'Try again in some seconds.', {}, '5')
  const { version, today } = snapshot
  const tag = [FORM_TAG, version, today].filter(Boolean).join('-')
  const headers = { ...OPEN, 'Cache-Control': 'no-cache', ETag: `W/"${tag}"` }
  const isKnown = matchesEtag(request.headers.get('if-none-match'), headers.ETag)
  const response = isKnown ? new Response(null, { status: 304 }) : answer(snapshot)
  if (response.status >= 400) return response
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** 404 for an address that the interface does not have. */
export function toUnknownAddressResponse(): Response {
  return toProblemResponse(404, 'There is nothing at this address', 'What there is, GET /api/v1 says.')
}

/** 400 that names every wrong parameter and its cure. */
export function toFaultsResponse(faults: readonly ParameterFault[]): Response {
  const detail = faults.map((fault) => `${fault.parameter}: ${fault.detail}`).join(' ')
  return toProblemResponse(400, 'The parameters cannot be used', detail, { errors: faults })
}

/** 429 says after how many seconds one may ask again. */
export function toTooManyResponse(retryAfterSeconds: number): Response {
  const detail = `Ask again in ${retryAfterSeconds} seconds.`
  return toProblemResponse(429, 'Too many questions at once', detail, {}, String(retryAfterSeconds))
}

function toProblemResponse(
  status: number,
  title: string,
  detail: string,
  members: Record<string, unknown> = {},
  retryAfterSeconds?: string,
): Response {
  const problem = { type: 'about:blank', title, status, detail, ...members }
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      ...OPEN,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(retryAfterSeconds && { 'Retry-After': retryAfterSeconds }),
    },
  })
}
