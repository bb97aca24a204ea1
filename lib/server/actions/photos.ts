'use server'

/** What moderators do with photos. The database asks for the role at each of these steps. */
import { revalidatePath } from 'next/cache'
import type { PhotoForm } from '#lib/core/domain/photo-form.ts'
import { readRequestContext } from '#lib/server/account/request-context.ts'
import { addFormPhoto } from '#lib/server/media/add-photo.ts'
import { addStaffPhoto, saveStaffPhoto } from '#lib/server/queries/moderation-photos.ts'

const PAGES = '/[locale]/moderation'

/** Describes a photo, leaves it out, or takes it back in. */
export async function savePhoto(form: FormData): Promise<void> {
  const { session } = await readRequestContext(form.get('locale'))
  await saveStaffPhoto(session, {
    id: String(form.get('id')),
    author: String(form.get('author')).slice(0, 200),
    alt_text: String(form.get('alt_text')).slice(0, 500),
    left_out: form.get('left_out') === 'yes',
  })
  revalidatePath(PAGES, 'layout')
}

/** Gives an entry a photo. */
export async function addEntryPhoto(state: PhotoForm, form: FormData): Promise<PhotoForm> {
  const { session, admin, secretKey, address } = await readRequestContext(form.get('locale'))
  const slug = String(form.get('slug'))
  const context = { client: admin, secretKey, address }
  const added = await addFormPhoto(state, form, context, (photo) => addStaffPhoto(session, slug, photo))
  if (added.notice === 'added') revalidatePath(PAGES, 'layout')
  return added
}
