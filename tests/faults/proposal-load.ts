/**
 * Proposals at 10 a second from many addresses, each with a client that asks again: whether none is lost or doubled, and how long an answer
 * takes. Needs a build; run it with `node --conditions=react-server tests/faults/proposal-load.ts [SECONDS]` (300 if none are given). Mail addresses stand in for the
 * proof of work, so that the load is the server's and not the client's.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { createRandom } from '#lib/core/geo/plane/random.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { openBackend } from '#supabase/embedded/open.ts'
import { startLoadedApp } from '#tests/support/load-register.ts'
import { createSeededPoints } from '#tests/support/seeded-points.ts'
import { printMedians } from './measure.ts'

const PER_SECOND = 10
/** One in so many clients does not wait for its answer and asks again under the same key. */
const IMPATIENT = 5
const TRIES = 5

const seconds = Number(process.argv[2] ?? 300)
if (!Number.isInteger(seconds) || seconds < 1 || seconds > 3600) throw new Error('Give 1 to 3600 seconds.')

process.env.TRUST_PROXY = '1'
const app = await startLoadedApp(createSeededPoints(1000))
try {
  const random = createRandom(5)
  const times: number[] = []
  const before = app.readCpu()
  const start = performance.now()
  const clients = Array.from({ length: seconds * PER_SECOND }, async (_, nth) => {
    const isImpatient = random.next() < 1 / IMPATIENT
    await delay(Math.max(0, start + (nth * 1000) / PER_SECOND - performance.now()))
    return propose(nth, isImpatient, times)
  })
  const references = await Promise.all(clients)
  const elapsedSeconds = (performance.now() - start) / 1000
  const after = app.readCpu()

  const { url, secretKey } = await openBackend({ DATA_DIR: app.dataDirectory })
  const stored = await readReferences(createAdminClient({ url, secretKey }))
  const lost = references.filter((reference) => !stored.has(reference))
  printMedians(
    `${references.length} proposals in ${Math.round(elapsedSeconds)} s, ${stored.size} stored, ${lost.length} lost`,
    [{ name: 'answer to a proposal', milliseconds: times, target: 300 }],
  )
  for (const part of ['app', 'database'] as const)
    console.log(`${part}: ${perProposal(before[part], after[part])} ms of computing per proposal`)
  if (lost.length > 0 || stored.size !== references.length) process.exitCode = 1
} finally {
  await app.stop()
}

/** Repetitions of the impatient and everything that runs beside are part of it. */
function perProposal(before: number | null, after: number | null): string {
  return before === null || after === null
    ? 'unknown'
    : ((after - before) / (seconds * PER_SECOND)).toFixed(1)
}

/** The reference, in the end; notes how long the first whole answer took. */
async function propose(nth: number, isImpatient: boolean, times: number[]): Promise<string> {
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': randomUUID(),
    'X-Forwarded-For': `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}`,
  }
  const body = JSON.stringify({
    type: 'new',
    kind: 'space',
    use: 'shop',
    lng: 7 + (nth % 100) * 1e-4,
    lat: 51.05,
    note: 'Das Schaufenster ist leer.',
    contact_email: `visitor-${nth}@example.org`,
  })
  const ask = () => fetch(`${app.url}/api/v1/proposals`, { method: 'POST', headers, body })
  if (isImpatient) void ask().catch(() => null)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const asked = performance.now()
    const answer = await ask().catch(() => null)
    if (answer?.status === 201) {
      times.push(performance.now() - asked)
      return ((await answer.json()) as { reference: string }).reference
    }
    await delay(1000 * (tries + 1))
  }
  throw new Error(`Proposal ${nth} was not taken in ${TRIES} tries.`)
}

async function readReferences(client: ReturnType<typeof createAdminClient>): Promise<Set<string>> {
  const found = new Set<string>()
  for (let from = 0; ; from += 1000) {
    const { data } = await client
      .from('proposals')
      .select('reference')
      .order('id')
      .range(from, from + 999)
      .throwOnError()
    for (const { reference } of data) found.add(reference)
    if (data.length < 1000) return found
  }
}
