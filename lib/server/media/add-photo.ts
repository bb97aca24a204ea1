/** A single photo from a form: read, taken in, and given to what the form is about. */
import { type PhotoNote, toPhotoFields } from '#lib/core/domain/photo.ts'
import type { PhotoForm } from '#lib/core/domain/photo-form.ts'
import type { FieldFault } from '#lib/core/domain/proposal.ts'
import { readPhotoNotes } from '#lib/server/proposals/read-photos.ts'
import { toFieldFault } from '#lib/server/proposals/refusal.ts'
import { type PhotoContext, takeFormPhotos } from './take-form-photo.ts'

const FIELDS = toPhotoFields(1)
const NAMES = [FIELDS.id, FIELDS.author, FIELDS.license, FIELDS.alt]

/** `attach` says what became of the photo: added, full, closed, or anything else for a photo that has gone. */
export async function addFormPhoto(
  { attempt }: PhotoForm,
  form: FormData,
  context: PhotoContext,
  attach: (photo: PhotoNote) => Promise<string>,
): Promise<PhotoForm> {
  const faults: FieldFault[] = await takeFormPhotos(form, context)
  const values = Object.fromEntries(NAMES.map((name) => [name, String(form.get(name) ?? '').slice(0, 1000)]))
  const again = (found: PhotoForm['faults'], notice: PhotoForm['notice'] = null): PhotoForm => ({
    faults: found,
    values: notice === 'added' ? {} : values,
    notice,
    attempt: attempt + 1,
  })
  const [photo] = readPhotoNotes(
    (field, reader) => {
      try {
        return reader(values[field])
      } catch (fault) {
        faults.push(toFieldFault(field, fault))
        return null
      }
    },
    (field, code) => faults.push({ field, code }),
    'change',
  )
  if (!values[FIELDS.id] && faults.length === 0) faults.push({ field: FIELDS.id, code: 'required' })
  if (!photo || faults.length > 0) return again(faults)
  const outcome = await attach(photo).catch((fault: unknown) => {
    console.error(fault)
    return 'unavailable'
  })
  if (outcome === 'added' || outcome === 'full' || outcome === 'closed') return again([], outcome)
  if (outcome === 'unavailable') return again([{ field: FIELDS.id, code: 'photo-not-stored' }])
  return { ...again([{ field: FIELDS.id, code: 'photo-gone' }]), values: { ...values, [FIELDS.id]: '' } }
}
