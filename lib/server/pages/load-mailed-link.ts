/** What the pages behind mailed links show. Their token says who may read, so that no session is asked for. */
import { hashToken } from '#lib/server/proposals/reference.ts'
import { readSnapshot } from '#lib/server/published/snapshot-cache.ts'
import { readConfirmation } from '#lib/server/queries/confirmations.ts'
import { readProposalPhotos } from '#lib/server/queries/photos.ts'
import { readProposalStatus } from '#lib/server/queries/proposals.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'

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
