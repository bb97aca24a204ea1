/** What the pages for those who propose show: the form, and how a proposal stands. */
import { redirect } from 'next/navigation'
import { type AskedProposal, toProposalTitle } from '#lib/core/domain/proposal.ts'
import type { Locale } from '#lib/core/i18n/routing.ts'
import { toEntryPath } from '#lib/core/view/paths.ts'
import { readCity } from '#lib/server/city.ts'
import { hashToken } from '#lib/server/proposals/reference.ts'
import { readEntry } from '#lib/server/published/entry-details.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { readConfirmation } from '#lib/server/queries/confirmations.ts'
import { readPerson } from '#lib/server/queries/people.ts'
import { readProposalPhotos } from '#lib/server/queries/photos.ts'
import { readProposalStatus } from '#lib/server/queries/proposals.ts'
import { createAdminClient } from '#lib/server/supabase/admin.ts'
import { createSessionClient } from '#lib/server/supabase/session.ts'

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

/** `status` is null for an unknown reference and for a wrong token alike. */
export async function loadProposalStatus(reference: string, token: string) {
  const client = createAdminClient()
  const tokenHash = hashToken(token)
  const [status, photos, snapshot] = await Promise.all([
    readProposalStatus(client, reference, tokenHash).catch(() => 'unavailable' as const),
    readProposalPhotos(client, reference, tokenHash).catch(() => []),
    readSnapshot().catch(() => null),
  ])
  return { status, photos, isDemonstration: snapshot?.demonstration ?? false }
}

/** The space that the link of a mail asks about; null where the link is spent. */
export function loadSpaceToConfirm(token: string) {
  return readConfirmation(createAdminClient(), hashToken(token)).catch(() => 'unavailable' as const)
}
