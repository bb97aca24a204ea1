/** Photos from being taken in to the card of an entry, and to their end, on both databases. */
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { issueChallenge } from '#lib/server/guard/proof-of-work.ts'
import { answerPhoto } from '#lib/server/media/answer-photo.ts'
import { respondWithPhoto } from '#lib/server/media/photo-response.ts'
import { purgePhotos } from '#lib/server/media/purge-photos.ts'
import { answerProposal } from '#lib/server/proposals/answer-proposal.ts'
import { hashToken } from '#lib/server/proposals/reference.ts'
import { readPhotos, readProposalPhotos } from '#lib/server/queries/photos.ts'
import { pointAppAt, startTestBackend, type TestBackend } from '#tests/support/backend.ts'
import { createPerson, type TestPerson } from '#tests/support/people.ts'
import { makePhoto } from '#tests/support/photos.ts'
import { solve } from '#tests/support/proof.ts'

let backend: TestBackend
let moderator: TestPerson
let member: TestPerson
let photo: Buffer
beforeAll(async () => {
  backend = await startTestBackend()
  pointAppAt(backend)
  moderator = await createPerson(backend, 'moderator')
  member = await createPerson(backend, 'member')
  photo = await makePhoto({ place: true, width: 480, height: 360 })
})
afterAll(() => backend.stop())

let visitors = 0
const post = (path: string, body: BodyInit, address?: string) => {
  visitors += 1
  const headers = { 'X-Forwarded-For': address ?? `10.2.${visitors >> 8}.${visitors & 255}` }
  return new Request(`http://karte.test${path}`, { method: 'POST', headers, body })
}
const send = (bytes: Uint8Array, address?: string) =>
  answerPhoto(post('/api/v1/photos', new Uint8Array(bytes), address))
async function take(): Promise<string> {
  const answer = await send(photo)
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { photo: string }).photo
}
async function propose(change: Record<string, unknown>) {
  const fields = { type: 'new', kind: 'space', use: 'shop', lng: 7.006, lat: 51.066, ...change }
  const proof = await solve(await issueChallenge(backend.keys.secretKey))
  const answer = await answerProposal(post('/api/v1/proposals', JSON.stringify({ ...fields, proof })))
  const body = (await answer.json()) as { reference: string; status_url?: string; errors?: unknown }
  const token = new URL(body.status_url ?? 'http://karte.test').searchParams.get('token') ?? ''
  return { ...body, status: answer.status, token }
}
const note = (id: string, nth = 1) => ({
  [`photo_${nth}`]: id,
  [`photo_${nth}_author`]: 'Ada Beispiel',
  [`photo_${nth}_license`]: 'cc-by',
  [`photo_${nth}_alt`]: 'Ein leeres Schaufenster',
})
const decide = (reference: string, decision: string) =>
  moderator.client.rpc('staff_decide', {
    payload: JSON.stringify({ reference, revision: 1, decision, fields: { name: 'Laden' } }),
  })
const look = (id: string, { client = backend.anon as TestPerson['client'], query = '' } = {}) =>
  respondWithPhoto(id, '320', new URLSearchParams(query), async () => client)
const files = () => {
  const folder = join(backend.dataDirectory, 'storage', 'photos')
  return readdirSync(folder, { recursive: true }).map(String)
}

test('a photo is seen by its sender and the staff first, and by everybody once its entry is published', async () => {
  const id = await take()
  expect((await look(id)).status).toBe(404)
  const { reference, token, status } = await propose(note(id))
  expect(status).toBe(201)
  expect((await look(id)).status).toBe(404)
  expect((await look(id, { client: member.client })).status).toBe(404)
  expect((await look(id, { query: `reference=${reference}&token=guessed` })).status).toBe(404)
  for (const way of [{ query: `reference=${reference}&token=${token}` }, { client: moderator.client }]) {
    const answer = await look(id, way)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(Buffer.from(await answer.arrayBuffer()).includes('Canary')).toBe(false)
  }
  expect(await readPhotos(backend.anon)).toEqual(new Map())
  await decide(reference, 'accept')
  const [shown] = [...(await readPhotos(backend.anon)).values()]
  expect(shown).toMatchObject([
    { id, author: 'Ada Beispiel', license: 'cc-by', altText: 'Ein leeres Schaufenster' },
  ])
  const answer = await look(id)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('content-type')).toBe('image/webp')
  await backend.sql(`update public.spaces set status = 'withdrawn'`)
  expect((await look(id)).status).toBe(404)
  await backend.sql(`update public.spaces set status = 'published'`)
})

test('the files are reached by nobody else', async () => {
  const id = await take()
  for (const key of [backend.keys.publishableKey, '', 'guessed']) {
    const headers = { apikey: key }
    for (const path of ['object/public', 'object', 'object/authenticated', 'object/info'])
      expect(
        (await fetch(`${backend.url}/storage/v1/${path}/photos/${id}/320.webp`, { headers })).ok,
        path,
      ).toBe(false)
    const list = await fetch(`${backend.url}/storage/v1/object/list/photos`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ prefix: '' }),
    })
    expect(await list.text()).not.toContain(id)
  }
})

describe('with a proposal', () => {
  test('a photo needs author and licence, is used once, and has not gone', async () => {
    const id = await take()
    const bare = await propose({ photo_1: id, photo_1_license: 'mine' })
    expect(bare).toMatchObject({
      status: 400,
      errors: [
        { field: 'photo_1_license', code: 'unknown-choice' },
        { field: 'photo_1_author', code: 'required' },
        { field: 'photo_1_license', code: 'required' },
      ],
    })
    expect((await propose({ ...note(id), ...note(id, 2) })).errors).toMatchObject([{ code: 'photo-gone' }])
    expect((await propose(note(randomUUID()))).errors).toMatchObject([{ code: 'photo-gone' }])
    expect((await propose({ ...note(id), type: 'closing', target: 'x' })).status).toBe(400)
    expect((await propose(note(id))).status).toBe(201)
    expect((await propose(note(id))).errors).toMatchObject([{ code: 'photo-gone' }])
  })

  test('more can be added by its link until it is answered, five at most', async () => {
    const { reference, token } = await propose({})
    const add = async (link: string) =>
      (
        await backend.admin.rpc('proposal_add_photo', {
          wanted: reference,
          token: hashToken(link),
          photo: JSON.stringify({ id: await take(), author: 'Ada', license: 'cc0', alt_text: '' }),
          most: 5,
        })
      ).data
    expect(await add('guessed')).toBe('closed')
    for (let count = 1; count <= 5; count += 1) expect(await add(token)).toBe('added')
    expect(await add(token)).toBe('full')
    expect(await readProposalPhotos(backend.admin, reference, hashToken(token))).toHaveLength(5)
    await decide(reference, 'decline')
    expect(await add(token)).toBe('closed')
  })

  test('moderators leave single ones out, and nobody else does', async () => {
    const [first, second] = [await take(), await take()]
    const { reference } = await propose({ ...note(first), ...note(second, 2) })
    const save = (person: TestPerson, left_out: boolean) =>
      person.client.rpc('staff_photo_save', {
        payload: JSON.stringify({ id: first, alt_text: 'Tür', left_out }),
      })
    expect((await save(member, true)).error?.code).toBe('42501')
    expect((await save(moderator, true)).data).toBe(true)
    await decide(reference, 'accept')
    const ids = [...(await readPhotos(backend.anon)).values()].flat().map(({ id }) => id)
    expect(ids).toContain(second)
    expect(ids).not.toContain(first)
    const { data } = await moderator.client.rpc('staff_photos', { wanted: reference })
    expect(data).toMatchObject([{ id: first, left_out: true, alt_text: 'Tür' }, { id: second }])
  })
})

test('staff gives an entry a photo, and the version of the publication rises with it', async () => {
  const { reference } = await propose({})
  const slug = (await decide(reference, 'accept')).data?.[0]?.entry_slug
  const version = async () =>
    (await backend.anon.from('publication').select('version').single()).data?.version
  const before = await version()
  const id = await take()
  expect(await version()).toBe(before)
  const add = (person: TestPerson) =>
    person.client.rpc('staff_photo_add', {
      payload: JSON.stringify({ slug, id, author: 'Stadt', license: 'city', alt_text: '', most: 5 }),
    })
  expect((await add(member)).error?.code).toBe('42501')
  expect((await add(moderator)).data).toBe('added')
  expect(await version()).toBeGreaterThan(before ?? 0)
  expect((await look(id)).status).toBe(200)
})

test('what has served its purpose goes, file and row', async () => {
  const [unsent, declined, withdrawn, kept] = [await take(), await take(), await take(), await take()]
  await backend.sql(
    `update public.photos set created_at = now() - interval '25 hours' where id = '${unsent}'`,
  )
  await decide((await propose(note(declined))).reference, 'decline')
  const { reference, token } = await propose(note(withdrawn))
  await backend.admin.rpc('proposal_withdraw', { wanted: reference, token: hashToken(token) })
  const open = await propose(note(kept))
  expect(await purgePhotos(backend.admin)).toBeGreaterThanOrEqual(3)
  expect(await purgePhotos(backend.admin)).toBe(0)
  const rows = await backend.sql<{ id: string }>('select id from public.photos')
  const ids = rows.map(({ id }) => id)
  for (const gone of [unsent, declined, withdrawn]) {
    expect(ids).not.toContain(gone)
    expect(files().some((file) => file.startsWith(gone) && file.endsWith('.webp'))).toBe(false)
  }
  expect(ids).toContain(kept)
  expect((await look(kept, { query: `reference=${open.reference}&token=${open.token}` })).status).toBe(200)
})

describe('bad input', () => {
  test('is refused in the reader`s words, and leaves nothing behind', async () => {
    const before = (await backend.sql('select id from public.photos')).length
    const answer = await answerPhoto(post('/api/v1/photos?locale=en', 'no photo'))
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      errors: [{ field: 'photo', code: 'photo-type', detail: expect.stringContaining('JPEG') }],
    })
    expect((await send(Buffer.alloc(9_000_000))).status).toBe(413)
    expect((await send(photo.subarray(0, 5000))).status).toBe(400)
    expect(await backend.sql('select id from public.photos')).toHaveLength(before)
  })

  test('thirty an hour from one address are enough', async () => {
    const statuses = []
    for (let index = 0; index < 31; index += 1)
      statuses.push((await send(Buffer.from('none'), '10.3.3.3')).status)
    expect(statuses.slice(0, 30).every((status) => status === 400)).toBe(true)
    expect(statuses[30]).toBe(429)
  })

  test('paths that are none give nothing', async () => {
    for (const [id, size] of [
      ['../../secrets', '320'],
      [randomUUID(), '320'],
      [randomUUID(), '9999'],
    ] as const)
      expect(
        (await respondWithPhoto(id, size, new URLSearchParams(), async () => member.client)).status,
      ).toBe(404)
  })
})
