/** A photo in one of its sizes. */
import { respondWithPhoto } from '#lib/media/photo-response.ts'
import { createSessionClient } from '#lib/supabase/session.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string; size: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, size } = await params
  return respondWithPhoto(id, size, new URL(request.url).searchParams, createSessionClient)
}
