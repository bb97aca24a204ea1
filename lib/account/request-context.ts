/** What a server action knows of its request. */
import { headers } from 'next/headers'
import { readAddress } from '#lib/guard/rate-limit.ts'
import { readLinkOrigin } from '#lib/http/public-url.ts'
import { LOCALES, type Locale } from '#lib/i18n/routing.ts'
import { createAdminClient } from '#lib/supabase/admin.ts'
import { readSupabaseEnv } from '#lib/supabase/env.ts'
import { createSessionClient } from '#lib/supabase/session.ts'
import type { SignInContext } from './sign-in.ts'

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
