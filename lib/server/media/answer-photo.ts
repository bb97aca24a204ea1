/** A photo that comes as the body of a request: from the request to the answer. */
import { MAX_PHOTO_BYTES } from '#lib/core/domain/photo.ts'
import { LOCALES } from '#lib/core/i18n/routing.ts'
import { readAddress } from '#lib/server/guard/rate-limit.ts'
import { describeFault, toFieldFaultsResponse, toProblem } from '#lib/server/proposals/proposal-response.ts'
import { readBodyBytes } from '#lib/server/proposals/read-body.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { readSupabaseEnv } from '#lib/server/supabase/env.ts'
import { type Taken, takeFormPhoto } from './take-form-photo.ts'

/** Answers 201 with the id under which a proposal names the photo, or a problem with the field `photo` and the cure. */
export async function answerPhoto(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('locale')
  const locale = LOCALES.find((known) => known === asked) ?? 'de'
  const bytes = await readBodyBytes(request, MAX_PHOTO_BYTES)
  const { id, fault }: Taken =
    bytes === 'too-large'
      ? { id: null, fault: 'photo-too-large' }
      : await takeFormPhoto(new Blob([bytes]), {
          client: createAdminClient(),
          secretKey: readSupabaseEnv().secretKey,
          address: readAddress(request.headers),
        })
  if (id !== null)
    return Response.json({ photo: id }, { status: 201, headers: { 'Cache-Control': 'no-store' } })
  const found = { field: 'photo', code: fault }
  const members = { errors: [{ ...found, detail: describeFault(found, locale) }] }
  switch (fault) {
    case 'photo-too-large':
      return toProblem(413, locale, 'fields', members)
    case 'photo-too-often':
      return toProblem(429, locale, 'tooMany', members, { 'Retry-After': '600' })
    case 'photo-not-stored':
      return toProblem(503, locale, 'unavailable', members, { 'Retry-After': '5' })
    default:
      return toFieldFaultsResponse([found], locale)
  }
}
