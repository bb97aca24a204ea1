/** Personal data and true places that nobody may see, laid into a running app through its own interfaces: each holds a word of `CANARIES`. */
import { randomUUID } from 'node:crypto'
import { createReference, hashToken, toStatusToken } from '#lib/server/proposals/reference.ts'
import { type AdminClient, createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { openBackend } from '#supabase/embedded/open.ts'
import type { LoadedApp } from './load-register.ts'
import { takeMails } from './outbox.ts'
import { makePhoto } from './photos.ts'
import { openSessionClient } from './session-client.ts'

/** Words of names, mail addresses, phone numbers, street addresses, cameras; folded to lower case. */
export const CANARIES = ['kanaria', 'zitronengelb', 'canary', '5550142', 'kanarienweg', 'dottergelb']
/** The one that a moderator writes to a proposer, for whoever has the link of the proposal. */
export const ANSWERED = 'dottergelb'
/** The true places of what is blurred: 60 m beside an entry that shows its own. */
export const TRUE_PLACE = { lng: 7.05123, lat: 51.05321 }

/** Slugs of published entries whose place is not shown as it is, by table. */
export const HIDDEN = {
  businesses: ['district-atelier', 'moved-atelier', 'placeless-atelier'],
  spaces: ['district-shop', 'moved-shop', 'placeless-shop'],
} as const
const MOVED = { disclosure: 'blurred', blur_bearing_degrees: 0, blur_distance_meters: 210 }
const HIDDEN_BUSINESSES = {
  'district-atelier': { disclosure: 'district' },
  'moved-atelier': MOVED,
  'placeless-atelier': { disclosure: 'none' },
}

const EMAIL = 'kanaria@canary.example.org'
const CONTACT = { contact_name: 'Kanaria Zitronengelb', contact_email: EMAIL }
const NOTE = 'Rückruf unter 0214 5550142'
const FIELDS = { use: 'shop', name: 'Laden am Markt', address: 'Marktweg 1', lng: 7.05, lat: 51.05 }

export type Canaries = {
  admin: AdminClient
  secretKey: string
  slugs: string[]
  references: string[]
  photos: string[]
  /** The status page of the accepted proposal with its token. */
  statusPath: string
}

/** Proposals in every state with contacts and photos, messages, offerers, accounts, areas, unpublished entries, and places of every disclosure. */
export async function seedCanaries(app: LoadedApp): Promise<Canaries> {
  const { url, publishableKey, secretKey } = await openBackend({ DATA_DIR: app.dataDirectory })
  const admin = createAdminClient({ url, secretKey })
  const moderator = await signIn(admin, 'kanaria-moderator@canary.example.org')
  const member = await signIn(admin, 'kanaria-member@canary.example.org')
  const proposerId = (await member.auth.getUser()).data.user?.id

  const photos = [await sendPhoto(app), await sendPhoto(app)]
  const accepted = await propose({
    ...CONTACT,
    photos: [toNote(photos[0])],
    payload: { ...FIELDS, is_offerer: true },
  })
  const open = await propose({
    ...CONTACT,
    photos: [toNote(photos[1])],
    payload: { ...FIELDS, name: 'Kanaria Atelier' },
  })
  const declined = await propose({ ...CONTACT, payload: { ...FIELDS, name: 'Kanaria Halle' } })
  const asked = await propose({ ...CONTACT, proposer_id: proposerId })
  const unconfirmed = await propose({ ...CONTACT, awaits_confirmation: true })
  await decide(declined, { decision: 'decline' })
  await decide(asked, { decision: 'ask', question: 'Seit wann, Dottergelb?' })
  const slug = await decide(accepted, { decision: 'accept', answer: 'Danke, Dottergelb.', fields: FIELDS })

  await writeInterest(slug, true)
  await writeInterest(slug, false)
  await addEntries(admin)
  await openImport((await moderator.auth.getUser()).data.user?.id)
  const outline = 'SRID=4326;POLYGON((7 51,7.01 51,7.01 51.01,7 51.01,7 51))'
  check(await admin.from('areas').insert([{ name: 'Kanaria Plan', outline, is_shared: true }]))
  return {
    admin,
    secretKey,
    photos,
    slugs: [
      slug,
      'open-shop',
      ...Object.values(HIDDEN).flat(),
      'hidden-shop',
      'candidate-shop',
      'gone-shop',
      'none',
    ],
    references: [accepted, open, declined, asked, unconfirmed, 'KZ-0000-0000'],
    statusPath: `/propose/${accepted}?token=${toStatusToken(accepted, secretKey)}`,
  }

  async function propose(change: Record<string, unknown>): Promise<string> {
    const reference = createReference()
    const payload = JSON.stringify({
      reference,
      token_hash: hashToken(toStatusToken(reference, secretKey)),
      type: 'new',
      kind: 'space',
      payload: FIELDS,
      note: NOTE,
      locale: 'de',
      ...change,
    })
    check(await admin.rpc('proposal_submit', { payload }))
    return reference
  }

  async function decide(reference: string, decision: Record<string, unknown>): Promise<string> {
    const payload = JSON.stringify({ reference, revision: 1, ...decision })
    const { data, error } = await moderator.rpc('staff_decide', { payload })
    if (error || data[0]?.outcome !== 'decided')
      throw new Error(`Not decided: ${error?.message ?? data?.[0]?.outcome}`)
    return data[0].entry_slug ?? ''
  }

  async function openImport(person: string | undefined): Promise<void> {
    const typed = { profile: 'csv', source: 'canary', publish: false }
    const job = {
      person,
      locale: 'de',
      file_name: 'kanaria.csv',
      typed,
      profile: { name: 'csv' },
      faults: [],
    }
    const { data: id, error } = await admin.rpc('import_job_open', { payload: JSON.stringify(job) })
    if (error) throw new Error(error.message)
    check(await admin.storage.from('imports').upload(`${id}/file.0`, Buffer.from('name\nKanaria Laden\n')))
    check(await admin.rpc('import_job_store', { job: id, parts: 1 }))
  }

  async function writeInterest(slug: string, isConfirmed: boolean): Promise<void> {
    const id = randomUUID()
    const message = {
      id,
      slug,
      email: EMAIL,
      name: CONTACT.contact_name,
      message: NOTE,
      locale: 'de',
      confirm_path: '/de',
    }
    check(await admin.rpc('interest_submit', { payload: JSON.stringify(message) }))
    if (isConfirmed)
      check(
        await admin.rpc('interest_confirm', {
          interest: id,
          payload: JSON.stringify({ operator: EMAIL, reply_paths: { de: '/de' } }),
        }),
      )
  }

  async function signIn(service: AdminClient, email: string) {
    check(
      await service.rpc('promise_role', {
        address: email,
        new_role: email.includes('moderator') ? 'moderator' : 'member',
      }),
    )
    const client = openSessionClient(url, publishableKey)
    check(await client.auth.signInWithOtp({ email }))
    const [mail] = await takeMails(service, { recipient: email, template: 'sign-in' })
    check(await client.auth.verifyOtp({ email, token: mail?.data.code ?? '', type: 'magiclink' }))
    return client
  }
}

/** An open entry, and 60 m from it others at one true place whose disclosure or status hides it. */
async function addEntries(admin: AdminClient): Promise<void> {
  const at = ({ lng, lat }: { lng: number; lat: number }) => `SRID=4326;POINT(${lng} ${lat})`
  const shared = { source_key: 'seeded', status: 'published', use: 'shop' }
  const hidden = { ...shared, location: at(TRUE_PLACE), address: 'Kanarienweg 77' }
  const named = (slug: string, name: string, change: Record<string, unknown>) => ({
    ...hidden,
    slug,
    name,
    ...change,
  })
  const rows = [
    named('open-shop', 'Laden offen', {
      location: at({ lng: TRUE_PLACE.lng, lat: TRUE_PLACE.lat + 0.00054 }),
      address: 'Marktweg 2',
    }),
    named('moved-shop', 'Laden verschoben', MOVED),
    named('district-shop', 'Laden im Stadtteil', { disclosure: 'district' }),
    named('placeless-shop', 'Laden ohne Ort', { disclosure: 'none' }),
    named('hidden-shop', 'Kanaria versteckt', { status: 'hidden' }),
    named('candidate-shop', 'Kanaria Kandidat', { status: 'candidate' }),
    named('gone-shop', 'Kanaria zurückgezogen', { status: 'withdrawn' }),
  ]
  for (const row of rows) check(await admin.from('spaces').insert(row as never))
  const { data } = await admin.from('businesses').select('id').order('slug').limit(3).throwOnError()
  for (const [nth, [slug, change]] of Object.entries(HIDDEN_BUSINESSES).entries())
    check(
      await admin
        .from('businesses')
        .update({
          slug,
          name: `Atelier ${nth}`,
          location: at(TRUE_PLACE),
          address: 'Kanarienweg 77',
          ...change,
        } as never)
        .eq('id', data[nth]?.id ?? ''),
    )
}

async function sendPhoto(app: LoadedApp): Promise<string> {
  const body = new Uint8Array(await makePhoto({ place: true }))
  const answer = await fetch(`${app.url}/api/v1/photos`, { method: 'POST', body })
  if (answer.status !== 201) throw new Error(`The photo was answered with ${answer.status}.`)
  return ((await answer.json()) as { photo: string }).photo
}

const toNote = (id = '') => ({ id, author: 'Ada Beispiel', license: 'cc-by', alt_text: 'Ein Schaufenster' })

function check({ error }: { error: { message: string } | null }): void {
  if (error) throw new Error(error.message)
}
