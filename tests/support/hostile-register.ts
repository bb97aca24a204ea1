/** The hostile texts laid wherever somebody writes, and the addresses of the pages on which they come back. */
import { createReference, hashToken, toStatusToken } from '#lib/server/proposals/reference.ts'
import { HOSTILE_TEXTS } from './hostile-texts.ts'
import type { Somebody } from './identities.ts'
import { openAppDatabase, readAppAccess } from './outbox.ts'
import { addProposal, addSourceRow } from './staff.ts'

const SLUG = 'boeser-text'
/** As many texts stand in the services of one entry; so all pass through these entries. */
const PER_ENTRY = 25
const ENTRIES = HOSTILE_TEXTS.length / PER_ENTRY

const toPart = (nth: number) => HOSTILE_TEXTS.slice(nth * PER_ENTRY, (nth + 1) * PER_ENTRY)
const toSlug = (nth: number) => `${SLUG}-${nth}`
const toPlace = (nth: number) => ({ lng: 7 + (nth % 20) * 0.001, lat: 51.05 + Math.floor(nth / 20) * 0.001 })

export type HostilePages = { open: string[]; own: string[] }

/**
 * 200 published spaces that are named so, candidates, proposals with questions and answers, areas, and an import's file. `open` pages are
 * everybody's; `own` those of `admin`, who proposed, answered and saved it all.
 */
export async function seedHostileTexts(admin: Somebody): Promise<HostilePages> {
  const database = openAppDatabase()
  const spaces = HOSTILE_TEXTS.map((text, nth) => {
    const { lng, lat } = toPlace(nth)
    const part = toPart(nth % ENTRIES)
    return {
      slug: toSlug(nth),
      name: text,
      summary: part.join('\n').slice(0, 2000),
      services: part,
      address: text,
      location: `SRID=4326;POINT(${lng} ${lat})`,
      use: 'shop',
      floor: text.slice(0, 40),
      former_use: text,
      source_key: 'proposals',
      status: nth % 20 === 19 ? 'candidate' : 'published',
    }
  })
  await database.from('spaces').insert(spaces).throwOnError()
  const outline = 'SRID=4326;POLYGON((7 51.06,7.005 51.06,7.005 51.065,7 51.06))'
  const areas = HOSTILE_TEXTS.slice(0, 50).map((text) => ({
    name: text.slice(0, 100),
    outline,
    owner_id: admin.id,
  }))
  await database.from('areas').insert(areas).throwOnError()
  await addSourceRow(SLUG, HOSTILE_TEXTS[1])
  const runs = HOSTILE_TEXTS.slice(0, 50).map((text) => ({
    source_key: SLUG,
    profile: 'csv',
    file_name: text,
  }))
  await database.from('import_runs').insert(runs).throwOnError()
  for (const [nth, text] of HOSTILE_TEXTS.slice(0, ENTRIES).entries()) {
    const offerer = JSON.stringify({
      slug: toSlug(nth),
      name: text,
      email: `offerer-${nth}@example.org`,
      locale: 'de',
    })
    await admin.client.rpc('staff_set_offerer', { payload: offerer }).throwOnError()
  }
  const references = []
  for (let nth = 0; nth < ENTRIES; nth += 1) references.push(await addHostileProposal(nth, admin))
  const { secretKey } = readAppAccess()
  const all = Array.from({ length: ENTRIES }, (_, nth) => nth)
  return {
    open: [
      '/de?c=7.01,51.055,14',
      '/en?q=script',
      '/de?t=1&q=atelier',
      '/de/embed?show=list',
      ...all.map((nth) => `/de/entries/${toSlug(nth * 7)}`),
      ...references.map(
        (reference) => `/de/propose/${reference}?token=${toStatusToken(reference, secretKey)}`,
      ),
      `/de/propose?type=change&target=${toSlug(0)}`,
    ],
    own: [
      ...['', '?show=candidates', ...references.map((reference) => `/${reference}`)].map(
        (it) => `/de/moderation${it}`,
      ),
      '/de/moderation/entries?q=atelier',
      ...all.map((nth) => `/de/moderation/entries/${toSlug(nth)}`),
      '/de/moderation/import',
      '/de/admin/audit',
      '/de/admin/outbox',
      '/de/account',
    ],
  }
}

/** One that a moderator asked back about, where `nth` is even, and answered otherwise. */
async function addHostileProposal(nth: number, admin: Somebody): Promise<string> {
  const part = toPart(nth)
  const [first = '', second = ''] = part
  const reference = createReference()
  const place = toPlace(nth)
  await addProposal({
    reference,
    token_hash: hashToken(toStatusToken(reference, readAppAccess().secretKey)),
    proposer_id: admin.id,
    note: part.join('\n').slice(0, 2000),
    contact_name: second,
    contact_email: `sender-${nth}@example.org`,
    payload: {
      ...place,
      use: 'shop',
      name: first,
      summary: part.join('\n'),
      services: part,
      address: second,
    },
  })
  const decision = nth % 2 === 0 ? 'ask' : 'decline'
  const payload = JSON.stringify({ reference, revision: 1, decision, answer: part.join('\n').slice(0, 2000) })
  await admin.client.rpc('staff_decide', { payload }).throwOnError()
  return reference
}

/** Takes away what others would stumble over. */
export async function removeHostileTexts(admin: Somebody): Promise<void> {
  const database = openAppDatabase()
  await database.from('proposals').delete().eq('proposer_id', admin.id).throwOnError()
  await database.from('spaces').delete().like('slug', `${SLUG}-%`).throwOnError()
  await database.from('areas').delete().eq('owner_id', admin.id).throwOnError()
  await database.from('import_runs').delete().eq('source_key', SLUG).throwOnError()
  await database.from('sources').delete().eq('key', SLUG).throwOnError()
}
