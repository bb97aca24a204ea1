/** A photo in one of its sizes. */
import { respondWithPhoto } from '#lib/server/media/photo-response.ts'
import { createSessionClient, type SessionClient } from '#lib/server/supabase/session-client.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string; size: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, size } = await params
  return respondWithPhoto(id, size, new URL(request.url).searchParams, openSession)
}

/** Null also where a session has ended. */
async function openSession(): Promise<SessionClient | null> {
  const client = await createSessionClient()
  const { data } = await client.auth.getUser()
  return data.user && client
}
