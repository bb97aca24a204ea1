/** People and spaces for one test of who may do what. */
import { randomUUID } from 'node:crypto'
import type { Browser } from '@playwright/test'
import type { Role } from '#lib/core/domain/role.ts'
import type { GuardedStep, Stage } from './guarded-step.ts'
import { createSomebody, expireSession, formatCookie } from './identities.ts'
import { openAppDatabase } from './outbox.ts'
import { leaveMapOut } from './page-test.ts'

/** A cookie, and the roles that the rightful person and the other one have meanwhile. */
export type Identity = { cookie: string; role: Role; othersRole: Role }

/** Makes the people and the spaces. */
export async function openStage(browser: Browser, baseURL: string, role: Role): Promise<Stage> {
  const [space, second] = [await addSpace(), await addSpace()]
  const person = await createSomebody('rightful', role)
  const other = await createSomebody('other', 'member')
  const options = { baseURL, locale: 'de-DE', reducedMotion: 'reduce' } as const
  const context = await leaveMapOut(await browser.newContext(options))
  await context.addCookies([{ ...person.cookie, url: baseURL, httpOnly: true, sameSite: 'Lax' }])
  return { page: await context.newPage(), person, other, space, second }
}

/** Under a name of its own that is its slug too. */
export async function addSpace(status = 'published'): Promise<string> {
  const slug = `raum-${randomUUID()}`
  const place = { location: 'SRID=4326;POINT(7.0061 51.0661)', status, source_key: 'proposals' }
  await openAppDatabase()
    .from('spaces')
    .insert({ slug, name: slug, ...place })
    .throwOnError()
  return slug
}

/** Everybody whom a step is not for, by name. */
export async function listIdentities(
  { role, isOfEverybody, isOwn }: Pick<GuardedStep, 'role' | 'isOfEverybody' | 'isOwn'>,
  { person, other }: Pick<Stage, 'person' | 'other'>,
): Promise<Record<string, Identity>> {
  const as = (cookie: string, now: Role = role, othersRole: Role = 'member'): Identity => ({
    cookie,
    role: now,
    othersRole,
  })
  const [own, others] = [formatCookie(person.cookie), formatCookie(other.cookie)]
  const ended = Object.entries(await expireSession(person.email)).map(([name, cookie]) => [name, as(cookie)])
  const all: Record<string, Identity> = { nobody: as(''), ...Object.fromEntries(ended) }
  if (isOfEverybody) return all
  all['a member'] = as(others)
  all['one whose role was taken away'] = as(own, 'member')
  if (isOwn) all['a colleague'] = as(others, role, role)
  return all
}
