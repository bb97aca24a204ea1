/** Pages and files of signed-in people, asked for by nobody, after the session's end, by others and without the role. */
import { type APIRequestContext, expect, test } from '@playwright/test'
import { GUARDED_PAGES, type GuardedTexts, listSessionReaders } from '#tests/support/guarded-pages.ts'
import { createSomebody, formatCookie, giveRole, type Somebody } from '#tests/support/identities.ts'
import { makePhoto } from '#tests/support/photos.ts'
import { sendImport } from '#tests/support/send-import.ts'
import { addProposal, addSourceRow } from '#tests/support/staff.ts'
import { addSpace, type Identity, listIdentities } from '#tests/support/stage.ts'

const CONTACT = 'kontakt.geheim@example.org'
const OFFERER = 'anbieterin.geheim@example.org'

/** What a page says at once and to Next's client, with the answer's status before it. */
async function read(baseURL: string, path: string, cookie: string): Promise<string> {
  const ask = async (more: Record<string, string>) => {
    const headers = { ...more, ...(cookie && { cookie }) }
    const answer = await fetch(baseURL + path, { headers, redirect: 'manual' })
    return `${answer.status} ${Buffer.from(await answer.arrayBuffer()).toString('latin1')}`
  }
  return `${await ask({})}\n${await ask({ RSC: '1' })}`
}

/** A file that `person` has tried out as a moderator; the id under which it waits. */
async function sendFile(baseURL: string, { cookie }: Somebody): Promise<string> {
  const source = 'probe-private'
  await addSourceRow(source)
  const rows = 'id,kind,name,disciplines,lng,lat\n1,business,Atelier Geheim,design,7.0061,51.0661\n'
  const answer = await sendImport(baseURL, formatCookie(cookie), { source, rows })
  return answer.headers.get('location')?.split('job=')[1] ?? ''
}

async function seedSecrets(
  request: APIRequestContext,
  baseURL: string,
  person: Somebody,
  admin: Somebody,
): Promise<GuardedTexts> {
  const { photo } = await (await request.post('/api/v1/photos', { data: await makePhoto() })).json()
  const reference = await addProposal({
    contact_email: CONTACT,
    photos: [{ id: photo, author: 'Ada', license: 'cc0', alt_text: 'Die Tür' }],
  })
  const space = await addSpace('candidate')
  const payload = JSON.stringify({ slug: space, name: null, email: OFFERER, locale: 'de' })
  await admin.client.rpc('staff_set_offerer', { payload }).throwOnError()
  await giveRole(person.id, 'moderator')
  const job = await sendFile(baseURL, person)
  const emails = { email: person.email, adminEmail: admin.email }
  return { reference, photo, space, job, contact: CONTACT, offerer: OFFERER, ...emails }
}

test('every page that asks who is there stands in the list', () => {
  expect(GUARDED_PAGES.map(({ file }) => file).sort()).toEqual(listSessionReaders().sort())
})

test('what is for certain people is told to them alone', async ({ baseURL, request }) => {
  const admin = await createSomebody('private.admin', 'admin')
  const person = await createSomebody('private.reader', 'moderator')
  const other = await createSomebody('private.other', 'member')
  const secrets = await seedSecrets(request, String(baseURL), person, admin)
  const told: string[] = []
  const ask = async (path: string, { cookie, role, othersRole }: Identity) => {
    await giveRole(person.id, role)
    await giveRole(other.id, othersRole)
    return read(String(baseURL), path, cookie)
  }
  for (const { file, role, toPath, toWord } of GUARDED_PAGES) {
    const [path, word] = [toPath(secrets), Buffer.from(toWord(secrets)).toString('latin1')]
    const identities = await listIdentities(
      { role, ...(role === 'member' && { isOfEverybody: true }) },
      { person, other },
    )
    if (role === 'member')
      identities['a member'] = { cookie: formatCookie(other.cookie), role, othersRole: role }
    for (const [name, identity] of Object.entries(identities)) {
      const text = await ask(path, identity)
      if (text.includes(word) || /^5/m.test(text)) told.push(`${file} to ${name}`)
    }
    const own = { cookie: formatCookie(person.cookie), role, othersRole: 'member' } as const
    expect((await ask(path, own)).includes(word), file).toBe(true)
  }
  expect(told).toEqual([])
})
