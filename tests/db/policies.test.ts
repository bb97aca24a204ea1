/** Properties of the policies: whatever people try, nobody reads or moves another's row, and only moderators set a status. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '#bin/lanes.ts'
import { startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { pick } from '#tests/support/depth.ts'
import { type Attempt, attempts } from '#tests/support/policy-attempts.ts'
import { type Answer, listBreaches } from '#tests/support/policy-rules.ts'
import { toId, toSql, type World, worlds } from '#tests/support/policy-world.ts'

const WORLDS = pick(10, 50)
const ATTEMPTS = 200
const SEED = 2026

const games = fc.tuple(worlds, fc.array(attempts, { minLength: ATTEMPTS, maxLength: ATTEMPTS }))

let backend: TestBackend
beforeAll(async () => {
  backend = await startTestBackend()
  await backend.script(readFileSync(join(ROOT, 'tests/support/policies.sql'), 'utf8'))
})
afterAll(() => backend.stop())

/** Plays the attempts, each on the world as it was laid; `loosened` is a change of the rules beforehand. */
async function play(world: World, tried: readonly Attempt[], loosened = ''): Promise<Answer[]> {
  const given = tried.map(({ person, statement }) => ({
    person: person === null ? null : toId('person', person),
    role: person === null ? 'anon' : 'authenticated',
    statement,
  }))
  const [row] = await backend.sql<{ answers: Answer[] }>(
    'select policies.play($1, $2::text::jsonb) as answers',
    [`${toSql(world)}\n${loosened}`, JSON.stringify(given)],
  )
  return row?.answers ?? []
}

test(`${WORLDS * ATTEMPTS} attempts break no rule`, async () => {
  const seen = { told: 0, moved: 0, refused: 0 }
  const property = fc.asyncProperty(games, async ([world, tried]) => {
    const answers = await play(world, tried)
    expect(answers).toHaveLength(tried.length)
    for (const [nth, answer] of answers.entries()) {
      const attempt = tried[nth] as Attempt
      expect(listBreaches(world, attempt, answer), attempt.statement).toEqual([])
      if (answer.told !== '') seen.told += 1
      if (answer.moved.length > 0) seen.moved += 1
      if (answer.fault === '42501') seen.refused += 1
    }
  })
  await fc.assert(property, { seed: SEED, numRuns: WORLDS, endOnFailure: true })
  // Much was allowed and much refused: the rules were asked.
  expect(Math.min(seen.told, seen.moved, seen.refused)).toBeGreaterThan(WORLDS)
})

/** Each makes one rule wider. */
const LOOSENED = [
  `alter policy "A person reads the own proposals" on public.proposals using (true)`,
  `alter policy "Everyone reads published spaces" on public.spaces using (true)`,
  `alter policy "Planners and admins change shared areas and their own drafts" on public.areas using (true) with check (true)`,
  `alter policy "Owners delete their areas, admins shared ones" on public.areas using (true)`,
  `grant update (role) on public.profiles to authenticated;
    create policy loosened on public.profiles for update to authenticated using (true)`,
  `create or replace function private.require_role(variadic allowed text[]) returns text
    language sql as 'select ''admin''::text'`,
]

test('each loosened rule is broken by some of them', async () => {
  const [[world, tried]] = fc.sample(games, { seed: SEED, numRuns: 1 }) as [[World, Attempt[]]]
  const [, more] = fc.sample(games, { seed: SEED + 1, numRuns: 1 })[0] as [World, Attempt[]]
  const all = [...tried, ...more]
  for (const loosened of LOOSENED) {
    const answers = await play(world, all, loosened)
    const breaches = answers.flatMap((answer, nth) => listBreaches(world, all[nth] as Attempt, answer))
    expect(breaches.length, loosened).toBeGreaterThan(0)
  }
})
