/** Published entries as flat rows: the way from the register to the snapshot. */
import { type FieldWith, listFieldsWith } from '#lib/core/domain/fields/all-fields.ts'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'
import type { Database } from '#lib/server/supabase/database.types.ts'
import { type Publication, readPublication } from './publication.ts'

type Row = Database['public']['Views']['entries']['Row']

const PUBLISHED_FIELDS = listFieldsWith('published')

/** PostgREST's and Supabase's default limit of rows. */
const PAGE_ROWS = 1000
/** A part of this many rows is hardly ever more than one page. */
const PART_ROWS = 850
const ATTEMPTS = 4

/** Reads all published entries of one version; reads again when the register changed meanwhile. */
export async function readEntries(
  client: AnonClient,
): Promise<{ publication: Publication; entries: Entry[] }> {
  let publication = await readPublication(client)
  for (let attempt = 1; ; attempt++) {
    const entries = await readAllPages(client)
    const after = await readPublication(client)
    // While an import runs, versions follow each other: the last reading is whole enough, and its successor comes soon.
    if (after.version === publication.version || attempt === ATTEMPTS) return { publication, entries }
    publication = after
  }
}

/**
 * Page by page within equal parts of all ids. The view is a union, of which the database sorts all that follows before it gives a page: an
 * upper end keeps that to a part, and ids are random, so that a part is about a page.
 */
async function readAllPages(client: AnonClient): Promise<Entry[]> {
  const { count, error } = await client.from('entries').select('id', { count: 'exact', head: true })
  if (error) throw new Error(`The entries cannot be counted: ${error.message}`)
  const parts = Math.ceil(((count ?? 0) + 1) / PART_ROWS)
  const entries: Entry[] = []
  for (let part = 0; part < parts; part++) await readPart(client, part / parts, (part + 1) / parts, entries)
  return entries
}

/** Adds the entries whose ids lie behind one share of all ids and not behind another. */
async function readPart(client: AnonClient, from: number, to: number, entries: Entry[]): Promise<void> {
  let after = toId(from)
  for (;;) {
    const page = client.from('entries').select().gt('id', after).order('id').limit(PAGE_ROWS)
    const { data, error } = await (to < 1 ? page.lte('id', toId(to)) : page)
    if (error) throw new Error(`The entries cannot be read: ${error.message}`)
    entries.push(...data.map(toEntry))
    const last = data.at(-1)?.id
    if (data.length < PAGE_ROWS || !last) return
    after = last
  }
}

/** The id at a share (0 to 1, not included) of all ids. */
function toId(share: number): string {
  const first = Math.floor(share * 2 ** 32)
    .toString(16)
    .padStart(8, '0')
  return `${first}-0000-0000-0000-000000000000`
}

/** A row of the view as an entry; the database's checks vouch for codes, unknown ones become null or are left out. */
function toEntry(row: Row): Entry {
  return Object.fromEntries(
    PUBLISHED_FIELDS.map((field) => [field.key, toPublished(field, row[field.name as keyof Row])]),
  ) as Entry
}

/** What nobody has said is null, or empty, or the most cautious code. */
function toPublished(field: FieldWith<'published'>, value: unknown): unknown {
  if (field.type === 'choices')
    return Array.isArray(value) ? value.filter((code) => field.choices.includes(code)) : []
  if (field.type === 'list') return value ?? []
  if (field.type !== 'choice') return value ?? (field.isAlwaysKnown ? '' : null)
  const codes = field.published.choices ?? field.choices
  return codes.find((code) => code === value) ?? FALLBACKS[field.name] ?? null
}

/** Codes for what a newer database may hold, where an entry cannot be without one. */
const FALLBACKS: Record<string, string> = {
  kind: 'business',
  disclosure: 'none',
  state: 'unverified',
} satisfies Partial<Record<keyof Entry, string>>
