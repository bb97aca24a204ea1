/** What the page of one proposal shows to a moderator. */
import { isBeyond } from '#lib/core/domain/bbox.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { readCity } from '#lib/server/city.ts'
import { compareFields } from '#lib/server/moderation/difference.ts'
import { entryForm, toFormValues } from '#lib/server/moderation/entry-form.ts'
import { readContact, readProposal, readQueue } from '#lib/server/queries/moderation.ts'
import { readStaffPhotos } from '#lib/server/queries/moderation-photos.ts'
import { readStaffEntry } from '#lib/server/queries/staff-entries.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'
import { loadHistory, readNearby, toPosition } from './load-staff-entry.ts'

/** What a new entry has that says nothing else. */
const DEFAULTS = { disclosure: 'exact', state: 'reported', verified: false, name: 'Leerstand' }

/** Null for an unknown reference. */
export async function loadProposal(reference: string, locale: Locale) {
  const client = await createSessionClient()
  const proposal = await readProposal(client, reference)
  if (!proposal) return null
  const { type, kind, payload, entry_slug: slug, state } = proposal
  const isEdit = type === 'new' || type === 'change'
  const entry = slug ? await readStaffEntry(client, slug) : null
  const city = readCity()
  const [following, contact, photos, nearby, history] = await Promise.all([
    readQueue(client, 'open', { created: proposal.created_at, reference }, 1),
    proposal.has_contact ? readContact(client, reference) : null,
    readStaffPhotos(client, reference),
    readNearby(client, proposal.lng === null ? toPosition(entry?.fields) : proposal, slug),
    slug ? loadHistory(client, kind, slug) : null,
  ])
  return {
    proposal,
    isOpen: state === 'received' || state === 'in_review',
    isEdit,
    isNew: !entry,
    /** The name of the city where the place lies far outside it. */
    outside: isBeyond(city.box, proposal) ? city.name[locale] : null,
    next: following.proposals[0]?.reference ?? null,
    changes: compareFields(entry?.fields ?? null, payload),
    form: isEdit
      ? {
          specs: entryForm(kind),
          values: toFormValues({ ...DEFAULTS, ...entry?.fields, ...payload }, locale),
        }
      : null,
    contact,
    photos,
    nearby,
    history,
  }
}

export type ProposalPage = NonNullable<Awaited<ReturnType<typeof loadProposal>>>
