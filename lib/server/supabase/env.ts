/** Where Supabase is and with which keys: read from the environment, checked once, with a message that says the cure. */
import 'server-only'
import { z } from 'zod'

export type SupabaseEnv = { url: string; publishableKey: string; secretKey: string }

const schema = z.object({
  url: z.url({
    protocol: /^https?$/,
    error: 'SUPABASE_URL needs an address such as https://PROJECT.supabase.co',
  }),
  publishableKey: z
    .string({ error: 'SUPABASE_PUBLISHABLE_KEY is missing' })
    .min(1, 'SUPABASE_PUBLISHABLE_KEY is empty'),
  secretKey: z.string({ error: 'SUPABASE_SECRET_KEY is missing' }).min(1, 'SUPABASE_SECRET_KEY is empty'),
})

/** Throws one error that names every missing or wrong variable, never a value. */
export function readSupabaseEnv(
  env: Readonly<Record<string, string | undefined>> = process.env,
): SupabaseEnv {
  const result = schema.safeParse({
    url: env.SUPABASE_URL,
    publishableKey: env.SUPABASE_PUBLISHABLE_KEY,
    secretKey: env.SUPABASE_SECRET_KEY,
  })
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `  ${issue.message}`)
  throw new Error(
    `The database cannot be reached:\n${faults.join('\n')}\n\`npm start\` sets these for the embedded database.`,
  )
}
