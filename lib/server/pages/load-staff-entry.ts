/** What the pages show on which staff works on entries. */
import type { Kind } from '#lib/core/domain/entry.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { listChanged } from '#lib/server/moderation/difference.ts'
import { entryForm, toFormValues } from '#lib/server/moderation/entry-form.ts'
import { readStaffPhotos } from '#lib/server/queries/moderation-photos.ts'
import {
  findStaffEntries,
  readHistory,
  readOfferer,
  readSourceDifferences,
  readStaffEntry,
  readStaffNearby,
} from '#lib/server/queries/staff-entries.ts'
import type { StoredValues } from '#lib/server/queries/stored-values.ts'
import { createSessionClient, type SessionClient } from '#lib/server/supabase/session-client.ts'

/** By name or address; those changed last where nothing is asked. */
export async function loadFoundEntries(words: string) {
  return findStaffEntries(await createSessionClient(), words)
}

export type FoundEntry = Awaited<ReturnType<typeof loadFoundEntries>>[number]

/** Null for an unknown slug. */
export async function loadStaffEntry(slug: string, locale: Locale) {
  const client = await createSessionClient()
  const entry = await readStaffEntry(client, slug)
  if (!entry) return null
  const { kind, fields } = entry
  const [sources, offerer, photos, nearby, history] = await Promise.all([
    readSourceDifferences(client, slug),
    kind === 'space' ? readOfferer(client, slug) : null,
    readStaffPhotos(client, slug),
    readNearby(client, toPosition(fields), slug),
    loadHistory(client, kind, slug),
  ])
  return {
    kind,
    slug,
    name: String(fields.name),
    status: String(fields.status),
    updatedAt: String(fields.updated_at),
    form: { specs: entryForm(kind), values: toFormValues(fields, locale) },
    /** Sources that say something else than the entry does. */
    sources: sources
      .map(({ source, lastImported }) => ({ source, changes: listChanged(fields, lastImported) }))
      .filter(({ changes }) => changes.length > 0),
    offerer,
    photos,
    nearby,
    history,
  }
}

export type StaffEntryPage = NonNullable<Awaited<ReturnType<typeof loadStaffEntry>>>

/** The form of a new entry. */
export function loadNewEntry(kind: Kind) {
  const values = toFormValues({ disclosure: 'exact', state: 'verified', verified: true }, 'de')
  return { specs: entryForm(kind), values }
}

export type EntryFormContent = ReturnType<typeof loadNewEntry>

/** What people have changed in an entry, newest first; nothing for its creation. */
export async function loadHistory(client: SessionClient, kind: Kind, slug: string) {
  const revisions = await readHistory(client, kind, slug)
  return revisions.map(({ at, actor, before, after }) => ({
    at,
    actor,
    changes: before && listChanged(before, after),
  }))
}

export type EntryHistoryRow = Awaited<ReturnType<typeof loadHistory>>[number]

/** Entries around a place but one of them; null where there is no place. */
export async function readNearby(
  client: SessionClient,
  { lng, lat }: { lng: number | null; lat: number | null },
  except: string | null,
) {
  if (lng === null || lat === null) return null
  const entries = await readStaffNearby(client, { lng, lat })
  return { lng, lat, entries: entries.filter(({ slug }) => slug !== except) }
}

export type Nearby = Awaited<ReturnType<typeof readNearby>>

/** Degrees; null where an entry has none. */
export function toPosition(fields: StoredValues | undefined) {
  const toDegrees = (value: unknown) => (typeof value === 'number' ? value : null)
  return { lng: toDegrees(fields?.lng), lat: toDegrees(fields?.lat) }
}
