/** What a server action knows of its request. */
import 'server-only'
import { headers } from 'next/headers'
import { LOCALES, type Locale } from '#lib/core/i18n/routing.ts'
import { readAddress } from '#lib/server/guard/rate-limit.ts'
import { readLinkOrigin } from '#lib/server/http/public-url.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { readSupabaseEnv } from '#lib/server/supabase/env.ts'
import { createSessionClient } from '#lib/server/supabase/session-client.ts'
import type { SignInContext } from './sign-in-by-code.ts'

export async function readRequestContext(locale: unknown): Promise<SignInContext> {
  const known: Locale = LOCALES.find((candidate) => candidate === locale) ?? 'de'
  return {
    session: await createSessionClient(),
    admin: createAdminClient(),
    secretKey: readSupabaseEnv().secretKey,
    address: readAddress(await headers()),
    locale: known,
    publicUrl: readLinkOrigin(),
  }
}
