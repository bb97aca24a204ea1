/** Signed-in people for database tests: an account with a role, and a client that speaks as them. */
import { randomUUID } from 'node:crypto'
import type { SupabaseClient } from '@supabase/supabase-js'
import type { Database } from '#lib/server/supabase/database.types.ts'
import type { TestBackend } from './backend.ts'
import { openSessionClient } from './session-client.ts'
import { signToken } from './sign-token.ts'

export type TestRole = 'member' | 'moderator' | 'planner' | 'admin'
export type TestPerson = { id: string; email: string; client: SupabaseClient<Database> }

/** Adds an account; the trigger on `auth.users` gives it the profile, which then gets the role. */
export async function createPerson(backend: TestBackend, role: TestRole): Promise<TestPerson> {
  const id = randomUUID()
  const email = `${role}-${id.slice(0, 8)}@example.org`
  await backend.sql('insert into auth.users (id, email) values ($1::uuid, $2)', [id, email])
  await backend.sql('update public.profiles set role = $2 where user_id = $1::uuid', [id, role])
  const token = signToken(
    { sub: id, email, role: 'authenticated', aud: 'authenticated' },
    backend.keys.jwtSecret,
  )
  const client = openSessionClient(backend.url, backend.keys.publishableKey, token)
  return { id, email, client }
}
