/** A photo that came with a form, as one field of it or as the whole body of a request. */
import { MAX_PHOTO_BYTES, PHOTO_FIELDS } from '#lib/core/domain/photo.ts'
import type { FaultCode, FieldFault } from '#lib/core/domain/proposal.ts'
import { hashAddress, type Limit, takeRate } from '#lib/server/guard/rate-limit.ts'
import type { AdminClient } from '#lib/server/supabase/admin-client.ts'
import { PhotoRefusal } from './convert-photo.ts'
import { takePhoto } from './take-photo.ts'

/** Photos an hour from one network address. */
const PHOTO_LIMIT: Limit = { name: 'photo', most: 30, windowSeconds: 3600 }

export type PhotoContext = { client: AdminClient; secretKey: string; address: string }

export type Taken = { id: string; fault: null } | { id: null; fault: FaultCode }

/** The id of the photo taken in, or why it was not. */
export async function takeFormPhoto(
  file: Blob,
  { client, secretKey, address }: PhotoContext,
): Promise<Taken> {
  const refuse = (fault: FaultCode): Taken => ({ id: null, fault })
  if (file.size > MAX_PHOTO_BYTES) return refuse('photo-too-large')
  const who = hashAddress(address, secretKey, new Date().toISOString().slice(0, 10))
  try {
    if ((await takeRate(client, PHOTO_LIMIT, who)) > 0) return refuse('photo-too-often')
    const { id } = await takePhoto(client, new Uint8Array(await file.arrayBuffer()))
    return { id, fault: null }
  } catch (fault) {
    if (fault instanceof PhotoRefusal) return refuse(fault.code)
    console.error(fault)
    return refuse('photo-not-stored')
  }
}

/**
 * Takes the files of a form in and puts their ids into the fields that name them, so that a form shown again has them still. Returns why
 * others were not taken.
 */
export async function takeFormPhotos(form: FormData, context: PhotoContext): Promise<FieldFault[]> {
  const faults: FieldFault[] = []
  for (const fields of PHOTO_FIELDS) {
    const file = form.get(fields.file)
    form.delete(fields.file)
    if (!(file instanceof Blob) || file.size === 0) continue
    const { id, fault } = await takeFormPhoto(file, context)
    if (fault) faults.push({ field: fields.id, code: fault })
    else form.set(fields.id, id)
  }
  return faults
}
