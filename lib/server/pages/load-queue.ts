/** What the page of the queue shows, by the parameters of its address. */
import { DECISIONS, QUEUE_SHOWS } from '#lib/core/domain/moderation.ts'
import { readCity } from '#lib/server/city.ts'
import { QUEUE_PAGE_LENGTH, type QueuePlace, readCounts, readQueue } from '#lib/server/queries/moderation.ts'
import { readCandidates } from '#lib/server/queries/staff-entries.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'

/** `done` names what was just decided. */
export async function loadQueue(asked: URLSearchParams) {
  const client = await createSessionClient()
  const show = QUEUE_SHOWS.find((known) => known === asked.get('show')) ?? 'open'
  const after = parsePlace(asked)
  const [counts, page] = await Promise.all([
    readCounts(client),
    show === 'candidates'
      ? readCandidates(client, after, QUEUE_PAGE_LENGTH).then((read) => ({ proposals: [], ...read }))
      : readQueue(client, show, after, QUEUE_PAGE_LENGTH).then((read) => ({ candidates: [], ...read })),
  ])
  const reference = asked.get('done')
  const decision = DECISIONS.find((known) => known === asked.get('decision'))
  const done = reference && decision ? { reference, decision } : null
  return { show, after, counts, done, city: readCity(), ...page }
}

export type QueuePage = Awaited<ReturnType<typeof loadQueue>>

/** After which row the page begins; null for the first page, and for what is no moment. */
function parsePlace(asked: URLSearchParams): QueuePlace | null {
  const created = asked.get('after')
  return created && !Number.isNaN(Date.parse(created))
    ? { created, reference: asked.get('reference') ?? '' }
    : null
}
