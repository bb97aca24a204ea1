/** Drives the pages of signed-in people in their words, and lays what they find there. */
import { randomInt, randomUUID } from 'node:crypto'
import {
  type APIRequestContext,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import type { Role } from '#lib/core/domain/role.ts'
import { createReference, hashToken } from '#lib/server/proposals/reference.ts'
import { openAppDatabase, takeMails } from './outbox.ts'
import { solve } from './proof.ts'

const DOORS: Record<Role, string> = {
  member: 'Mitglied',
  moderator: 'Moderation',
  planner: 'Planung',
  admin: 'Verwaltung',
}

/** Where signing in leads. */
const HOMES: Record<Role, string> = {
  member: '/de/account',
  moderator: '/de/moderation',
  planner: '/de/planning',
  admin: '/de/admin',
}

const SESSION_COOKIE = /^sb-.+-auth-token/
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>
const keptSessions = new Map<Role, Cookies>()

export class Staff {
  readonly page: Page
  readonly title: Locator
  readonly notice: Locator

  constructor(page: Page) {
    this.page = page
    this.title = page.getByRole('heading', { level: 1 })
    this.notice = page.locator('[data-notice]')
  }

  /** Signs in as one of the demonstration's people, by the door that the page has for them. */
  async enterByDoor(role: Role): Promise<void> {
    await this.page.goto('/de/sign-in')
    await this.page.getByRole('button', { name: DOORS[role], exact: true }).click()
    await expect(this.page).not.toHaveURL(/sign-in/)
  }

  /** Is one of the demonstration's people from now on; signs in where no test has before. Nobody signs these out. */
  async become(role: Role): Promise<void> {
    const context = this.page.context()
    const cookies = keptSessions.get(role)
    if (cookies) return context.addCookies(cookies)
    await context.clearCookies({ name: SESSION_COOKIE })
    await this.enterByDoor(role)
    keptSessions.set(
      role,
      (await context.cookies()).filter(({ name }) => SESSION_COOKIE.test(name)),
    )
  }

  /** As `become`, on the page to which signing in leads. */
  async enterAs(role: Role): Promise<void> {
    await this.become(role)
    await this.page.goto(HOMES[role])
  }

  /** Signs in with an address and the code that was mailed to it. */
  async signIn(email: string): Promise<void> {
    await this.page.goto('/de/sign-in')
    await this.page.getByLabel('E-Mail-Adresse').fill(email)
    await this.page.getByRole('button', { name: 'Code schicken' }).click()
    const code = this.page.getByLabel('Code aus der E-Mail')
    await expect(code).toBeVisible() // and with it, the mail is there
    await code.fill((await readMails(email)).at(-1)?.code ?? '')
    await this.page.getByRole('button', { name: 'Anmelden', exact: true }).click()
    await expect(this.title).toHaveText('Mein Konto')
  }

  async openQueue(): Promise<void> {
    await this.page.goto('/de/moderation')
    await expect(this.title).toHaveText('Vorschläge')
  }

  row(reference: string): Locator {
    return this.page.locator(`[data-queue-row][data-proposal-reference="${reference}"]`)
  }

  async openProposal(reference: string): Promise<void> {
    await this.page.goto(`/de/moderation/${reference}`)
    await expect(this.title).toHaveText(reference)
  }

  /** Presses one of the buttons that decide on the proposal as it stands. */
  async decide(name: 'Übernehmen' | 'Ablehnen' | 'Rückfrage stellen'): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }
}

/** Lays a proposal as the interface stores it, without its proof and its limits; returns the reference. */
export async function addProposal(change: Record<string, unknown> = {}): Promise<string> {
  const document = {
    reference: createReference(),
    token_hash: hashToken(randomUUID()),
    type: 'new',
    kind: 'space',
    payload: { use: 'shop', address: 'Beispielgasse 1', lng: 7.006, lat: 51.066 },
    note: 'Das Schaufenster ist leer.',
    lng: 7.006,
    lat: 51.066,
    locale: 'de',
    ...change,
  }
  const { data, error } = await openAppDatabase().rpc('proposal_submit', {
    payload: JSON.stringify(document),
  })
  if (error || data[0]?.outcome !== 'stored') throw new Error(`Not laid: ${error?.message}`)
  return document.reference
}

/** A source to import under, of the demonstration, so that an import does not end it. */
export async function addSourceRow(key: string, title = key): Promise<void> {
  await openAppDatabase()
    .from('sources')
    .upsert({ key, title, license: 'CC0-1.0', is_demonstration: true })
    .throwOnError()
}

/** Sends a proposal as a program does: a proof of work, then the fields; each from an address of its own, as the limit counts them. */
export async function postProposal(
  request: APIRequestContext,
  fields: Record<string, unknown>,
): Promise<string> {
  const challenge = await (await request.get('/api/v1/challenge')).json()
  const answer = await request.post('/api/v1/proposals', {
    headers: { 'X-Forwarded-For': `198.18.${randomInt(256)}.${randomInt(256)}` },
    data: { ...fields, proof: await solve(challenge) },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return (await answer.json()).reference
}

/** The data of the mails that wait for an address, newest last. */
export async function readMails(recipient: string): Promise<Record<string, string>[]> {
  return (await takeMails(openAppDatabase(), { recipient })).map(({ data }) => data)
}

/** Names on the map, as everybody's interface gives them. */
export async function searchPublished(request: APIRequestContext, query: string): Promise<string[]> {
  const answer = await request.get(`/api/v1/entries.geojson?q=${encodeURIComponent(query)}`)
  const { features } = (await answer.json()) as { features: { properties: { name: string } }[] }
  return features.map(({ properties }) => properties.name)
}
