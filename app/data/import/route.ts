/** Takes the form of an import and tries the file out. Not among the pages, because what passes through proxy.ts is held in memory. */

import { isModerator } from '#lib/core/domain/role.ts'
import { readPublicUrl } from '#lib/server/http/public-url.ts'
import { isSameOrigin } from '#lib/server/http/same-origin.ts'
import { takeImport } from '#lib/server/moderation/take-import.ts'
import { readPerson } from '#lib/server/queries/people.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'

export async function POST(request: Request) {
  if (!isSameOrigin(request.headers, readPublicUrl())) return new Response(null, { status: 403 })
  const person = await readPerson(await createSessionClient())
  if (!person || !isModerator(person)) return new Response(null, { status: 403 })
  const path = await takeImport(createAdminClient(), request, person.id)
  return new Response(null, path ? { status: 303, headers: { Location: path } } : { status: 400 })
}
