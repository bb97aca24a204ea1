/** What the page with the form of a proposal shows. */
import { redirect } from 'next/navigation'
import { type AskedProposal, toProposalTitle } from '#lib/core/domain/proposal.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { toEntryPath } from '#lib/core/view/paths.ts'
import { readCity } from '#lib/server/city.ts'
import { readEntry } from '#lib/server/published/read-entry-details.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { readPerson } from '#lib/server/queries/people.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'

/** For a target that is not there its own page says what became of it, and what may be meant. */
export async function loadProposing({ type, kind: askedKind, target }: AskedProposal, locale: Locale) {
  const found = target === null ? null : await readEntry(target)
  if (target !== null && !found) redirect(toEntryPath(locale, target))
  const snapshot = await readSnapshot().catch(() => null)
  const person = await createSessionClient().then(readPerson, () => null)
  const { name, camera, box } = readCity()
  const kind = found?.entry.kind ?? askedKind
  return {
    kind,
    title: toProposalTitle(type, kind),
    target: found && { slug: found.entry.slug, name: found.entry.name },
    city: { name: name[locale], camera, box },
    isDemonstration: snapshot?.demonstration ?? false,
    email: person?.email ?? null,
  }
}
