/** Signed-in people for database tests: an account with a role, and a client that speaks as them. */
import { createHmac, randomUUID } from 'node:crypto'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import type { Database } from '#lib/supabase/database.types.ts'
import type { TestBackend } from './backend.ts'

export type Role = 'member' | 'moderator' | 'planner' | 'admin'
export type Person = { id: string; email: string; client: SupabaseClient<Database> }

/** Adds an account; the trigger on `auth.users` gives it the profile, which then gets the role. */
export async function createPerson(backend: TestBackend, role: Role): Promise<Person> {
  const id = randomUUID()
  const email = `${role}-${id.slice(0, 8)}@example.org`
  await backend.sql('insert into auth.users (id, email) values ($1::uuid, $2)', [id, email])
  await backend.sql('update public.profiles set role = $2 where user_id = $1::uuid', [id, role])
  const token = signToken(
    { sub: id, email, role: 'authenticated', aud: 'authenticated' },
    backend.keys.jwtSecret,
  )
  const client = createClient<Database>(backend.url, backend.keys.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { headers: { Authorization: `Bearer ${token}` } },
  })
  return { id, email, client }
}

/** A JSON Web Token (RFC 7519) under HS256, good for an hour. */
export function signToken(claims: Record<string, unknown>, secret: string): string {
  const now = Math.floor(Date.now() / 1000)
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const head = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ iat: now, exp: now + 3600, ...claims })}`
  return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`
}
