/** Gives out a photo: to everybody when its entry is on the map, before that to those who sent it and to the staff. */
import { PHOTO_SIZES } from '#lib/core/domain/photo.ts'
import { hashToken } from '#lib/server/proposals/reference.ts'
import { maySeePhoto } from '#lib/server/queries/moderation-photos.ts'
import { hasPhoto, readProposalPhotos } from '#lib/server/queries/photos.ts'
import { type AdminClient, createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { createAnonClient } from '#lib/server/supabase/anon-client.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'
import { readPhotoFile } from './photo-files.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const PUBLIC = 'public, max-age=31536000, immutable'
const PRIVATE = 'private, no-store'

/** `asked` may hold `reference` and `token` of a status link; `openSession` gives null where nobody is signed in. A photo never changes under its id. */
export async function respondWithPhoto(
  id: string,
  sizeText: string,
  asked: URLSearchParams,
  openSession: () => Promise<SessionClient | null>,
): Promise<Response> {
  const size = PHOTO_SIZES.find((known) => String(known) === sizeText)
  if (!size || !UUID.test(id)) return refuse(404)
  try {
    const admin = createAdminClient()
    const isPublic = await hasPhoto(createAnonClient(), id)
    if (!isPublic && !(await isForLink(admin, id, asked)) && !(await isForPerson(await openSession(), id)))
      return refuse(404)
    const file = await readPhotoFile(admin, id, size)
    if (!file) return refuse(404)
    return new Response(file, {
      headers: { 'Content-Type': 'image/webp', 'Cache-Control': isPublic ? PUBLIC : PRIVATE },
    })
  } catch (fault) {
    console.error(fault)
    return refuse(503)
  }
}

async function isForLink(client: AdminClient, id: string, asked: URLSearchParams): Promise<boolean> {
  const [reference, token] = [asked.get('reference'), asked.get('token')]
  if (!reference || !token) return false
  const photos = await readProposalPhotos(client, reference, hashToken(token))
  return photos.some((photo) => photo.id === id)
}

/** The sender, or a moderator; anyone who is neither is refused by the database. */
async function isForPerson(client: SessionClient | null, id: string): Promise<boolean> {
  if (client === null) return false
  return (await hasPhoto(client, id)) || (await maySeePhoto(client, id))
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { 'Cache-Control': 'no-store' } })
}
