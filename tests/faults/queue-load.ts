/**
 * A queue of 5,000 open proposals: how long a moderator waits for its first page with its counts, and for a decision. Run it with
 * `node --conditions=react-server tests/faults/queue-load.ts`; DATABASE_URL measures PostgreSQL (an empty database), otherwise PGlite in a folder of its own.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { QUEUE_PAGE_LENGTH, readCounts, readProposal, readQueue } from '#lib/server/queries/moderation.ts'
import { serveBackend } from '#supabase/embedded/backend.ts'
import { quietConsole } from '#supabase/embedded/lite/quiet-console.ts'
import { generateSecrets } from '#supabase/embedded/secrets.ts'
import { openSessionClient } from '#tests/support/session-client.ts'
import { signToken } from '#tests/support/sign-token.ts'
import { measure, printMedians } from './measure.ts'

const PROPOSALS = 5000
const ROUNDS = 50

quietConsole()
const folder = mkdtempSync(join(tmpdir(), 'keimzelle-queue-'))
const secrets = generateSecrets()
const backend = await serveBackend({ dataDirectory: folder, databaseUrl: process.env.DATABASE_URL, secrets })
try {
  const id = randomUUID()
  await backend.database.script(`
    insert into auth.users (id, email) values ('${id}', 'moderator@example.org');
    update public.profiles set role = 'moderator' where user_id = '${id}';
    insert into public.proposals (reference, token_hash, type, kind, payload, note, location, created_at)
    select 'KZ-' || lpad((n / 10000)::text, 4, '0') || '-' || lpad((n % 10000)::text, 4, '0'), md5(n::text) || md5(n::text), 'new', 'space',
      jsonb_build_object('use', 'shop', 'name', 'Laden ' || n, 'lng', 7 + n * 1e-5, 'lat', 51),
      repeat('Das Schaufenster ist leer. ', 8), extensions.st_setsrid(extensions.st_makepoint(7 + n * 1e-5, 51), 4326),
      now() - n * interval '1 minute'
    from generate_series(1, ${PROPOSALS}) n;
    insert into private.contacts (proposal_id, name, email) select id, 'Ada', 'ada@example.org' from public.proposals;`)
  const token = signToken({ sub: id, role: 'authenticated', aud: 'authenticated' }, secrets.jwtSecret)
  const client = openSessionClient(backend.url, secrets.publishableKey, token)
  const opened = await measure(ROUNDS, async () => {
    await readCounts(client)
    await readQueue(client, 'open', null, QUEUE_PAGE_LENGTH)
  })
  const { proposals } = await readQueue(client, 'open', null, ROUNDS)
  const looked = await measure(ROUNDS, (nth) => readProposal(client, proposals[nth]?.reference ?? ''))
  const decided = await measure(ROUNDS, async (nth) => {
    const { reference, revision } = proposals[nth] ?? {}
    const fields = { name: `Laden ${nth}`, use: 'shop', lng: 7, lat: 51 }
    const payload = JSON.stringify({ reference, revision, decision: 'accept', answer: '', fields })
    const { data, error } = await client.rpc('staff_decide', { payload })
    if (data?.[0]?.outcome !== 'decided') throw new Error(`Not decided: ${error?.message}`)
  })
  printMedians(`queue of ${PROPOSALS} proposals, ${backend.database.kind}`, [
    { name: 'open the queue', milliseconds: opened, target: 1000 },
    { name: 'open one proposal', milliseconds: looked, target: 1000 },
    { name: 'decide', milliseconds: decided, target: 200 },
  ])
} finally {
  await backend.close()
  rmSync(folder, { recursive: true, force: true })
}
