/** The backend may be killed at any moment of photos and proposals: what was acknowledged is there once and whole, what was not is not served. */
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PHOTO_SIZES } from '#lib/core/domain/photo.ts'
import { createRandom } from '#lib/core/geo/plane/random.ts'
import { answerPhoto } from '#lib/server/media/answer-photo.ts'
import { respondWithPhoto } from '#lib/server/media/photo-response.ts'
import { purgePhotos } from '#lib/server/media/purge-photos.ts'
import { answerProposal } from '#lib/server/proposals/answer-proposal.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { createAnonClient } from '#lib/server/supabase/anon-client.ts'
import { pointAppAt } from '#tests/support/backend.ts'
import { pick } from '#tests/support/depth.ts'
import { type KillableBackend, startKillableBackend } from '#tests/support/killable-backend.ts'
import { type KillingProxy, MOMENTS, startKillingProxy } from '#tests/support/killing-proxy.ts'
import { takeMails } from '#tests/support/outbox.ts'
import { makePhoto } from '#tests/support/photos.ts'

/** Each costs a start of the backend, and each moment has its turn. */
const KILLS = pick(MOMENTS.length, 20)
/** A photo takes five requests to the backend, a proposal one. */
const REQUESTS = 6

let backend: KillableBackend
let proxy: KillingProxy
let photo: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  backend = await startKillableBackend()
  proxy = await startKillingProxy(backend.url)
  pointAppAt({ url: proxy.url, keys: backend.keys })
  photo = new Uint8Array(await makePhoto({ width: 400, height: 300 }))
})
afterAll(async () => {
  await proxy.close()
  await backend.stop()
})

let visitors = 0
/** As a client that does not give up: asks again when the backend is back, under the same key. */
async function send(
  answer: (request: Request) => Promise<Response>,
  path: string,
  body: BodyInit,
): Promise<Record<string, string>> {
  const headers = { 'Idempotency-Key': randomUUID() }
  for (let tries = 0; tries < 5; tries += 1) {
    visitors += 1
    const forwarded = `10.4.${visitors >> 8}.${visitors & 255}`
    const request = new Request(`http://karte.test${path}`, {
      method: 'POST',
      headers: { ...headers, 'X-Forwarded-For': forwarded },
      body,
    })
    const response = await answer(request)
    if (response.status === 201) return (await response.json()) as Record<string, string>
    expect(response.status).toBe(503)
    await backend.revive()
  }
  throw new Error(`${path} was never answered.`)
}

type Sent = { photo: string; reference: string; query: string; email: string }

async function sendOne(nth: number): Promise<Sent> {
  const { photo: id = '' } = await send(answerPhoto, '/api/v1/photos', photo)
  const email = `visitor-${nth}@example.org`
  const fields = {
    type: 'new',
    kind: 'space',
    use: 'shop',
    lng: 7.006,
    lat: 51.066,
    contact_email: email,
    photo_1: id,
    photo_1_author: 'Ada Beispiel',
    photo_1_license: 'cc-by',
    photo_1_alt: 'Ein Schaufenster',
  }
  const { reference = '', status_url = '' } = await send(
    answerProposal,
    '/api/v1/proposals',
    JSON.stringify(fields),
  )
  const token = new URL(status_url).searchParams.get('token')
  return { photo: id, reference, query: `reference=${reference}&token=${token}`, email }
}

const look = (id: string, size: string, query = '') => {
  const anon = createAnonClient()
  return respondWithPhoto(id, size, new URLSearchParams(query), async () => anon)
}

test('killed at seeded moments, nothing is lost, doubled, halved or served too early', {
  timeout: 600_000,
}, async () => {
  const random = createRandom(42)
  const sent: Sent[] = []
  for (let nth = 0; nth < KILLS; nth += 1) {
    proxy.arm({
      request: 1 + Math.floor(random.next() * REQUESTS),
      moment: MOMENTS[nth % MOMENTS.length] ?? 'during',
      kill: backend.kill,
    })
    sent.push(await sendOne(nth))
    expect(proxy.requests()).toBeGreaterThanOrEqual(REQUESTS)
    proxy.arm(null)
    await backend.revive()
  }
  const admin = createAdminClient()
  const proposals = (await admin.from('proposals').select('id, reference').throwOnError()).data
  expect(proposals.map(({ reference }) => reference).sort()).toEqual(
    sent.map(({ reference }) => reference).sort(),
  )
  const mails = await takeMails(admin, { template: 'proposal-confirm' })
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual(sent.map(({ email }) => email).sort())

  const photos = (await admin.from('photos').select('id, proposal_id').throwOnError()).data
  for (const { photo: id, reference, query } of sent) {
    const proposal = proposals.find((one) => one.reference === reference)
    expect(photos.find((one) => one.id === id)?.proposal_id).toBe(proposal?.id)
    for (const size of PHOTO_SIZES) {
      const answer = await look(id, String(size), query)
      expect(answer.status).toBe(200)
      await sharp(await answer.arrayBuffer()).stats()
    }
  }
  for (const { id } of photos) expect((await look(id, '320')).status).toBe(404)
  expect(photos.length).toBeGreaterThan(KILLS)

  await admin.from('photos').update({ created_at: '2020-01-01' }).is('proposal_id', null).throwOnError()
  expect(await purgePhotos(admin)).toBe(photos.length - KILLS)
  const folder = join(backend.dataDirectory, 'storage', 'photos')
  const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  expect(left.map((file) => join(file.parentPath, file.name).slice(folder.length + 1)).sort()).toEqual(
    sent.flatMap(({ photo: id }) => PHOTO_SIZES.map((size) => `${id}/${size}.webp`)).sort(),
  )
})
