/** Drives the pages of signed-in people in their words, and lays what they find there. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test'
import type { Role } from '#lib/data/people.ts'
import { createReference, hashToken } from '#lib/proposals/reference.ts'
import { type AdminClient, createAdminClient } from '#lib/supabase/admin.ts'
import { readSecrets } from '#supabase/embedded/secrets.ts'
import { solve } from './proof.ts'

const DOORS: Record<Role, string> = {
  member: 'Mitglied',
  moderator: 'Moderation',
  planner: 'Planung',
  admin: 'Verwaltung',
}

export class Staff {
  readonly page: Page
  readonly title: Locator
  readonly notice: Locator

  constructor(page: Page) {
    this.page = page
    this.title = page.getByRole('heading', { level: 1 })
    this.notice = page.locator('[data-notice]')
  }

  /** Signs in as one of the demonstration's people. */
  async enterAs(role: Role): Promise<void> {
    await this.page.goto('/de/sign-in')
    await this.page.getByRole('button', { name: DOORS[role], exact: true }).click()
    await expect(this.page).not.toHaveURL(/sign-in/)
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

/** The register past its rights, for what a test lays or reads beside the pages. */
export function openRegister(): AdminClient {
  const folder = process.env.E2E_DATA_DIR ?? ''
  const { url } = JSON.parse(readFileSync(join(folder, 'backend.json'), 'utf8')) as { url: string }
  return createAdminClient({ url, secretKey: readSecrets(folder).secretKey })
}

/** Lays a proposal as the interface stores it, without its proof and its limits; returns the reference. */
export async function layProposal(change: Record<string, unknown> = {}): Promise<string> {
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
  const { data, error } = await openRegister().rpc('proposal_submit', { payload: JSON.stringify(document) })
  if (error || data[0]?.outcome !== 'stored') throw new Error(`Not laid: ${error?.message}`)
  return document.reference
}

/** Sends a proposal as a program does: a proof of work, then the fields. */
export async function sendProposal(
  request: APIRequestContext,
  fields: Record<string, unknown>,
): Promise<string> {
  const challenge = await (await request.get('/api/v1/challenge')).json()
  const answer = await request.post('/api/v1/proposals', {
    data: { ...fields, proof: await solve(challenge) },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return (await answer.json()).reference
}

/** The data of the mails that wait for an address, newest last. */
export async function readMails(recipient: string): Promise<Record<string, string>[]> {
  const { data, error } = await openRegister().rpc('outbox_take', { most: 100 })
  if (error) throw new Error(error.message)
  return data
    .filter((mail) => mail.recipient === recipient)
    .map((mail) => JSON.parse(mail.data) as Record<string, string>)
}

/** Names on the map, as everybody's interface gives them. */
export async function readPublished(request: APIRequestContext, query: string): Promise<string[]> {
  const answer = await request.get(`/api/v1/entries.geojson?q=${encodeURIComponent(query)}`)
  const { features } = (await answer.json()) as { features: { properties: { name: string } }[] }
  return features.map(({ properties }) => properties.name)
}
