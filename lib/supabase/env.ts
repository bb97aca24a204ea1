/** Where the database answers and with which keys; the app never knows which of the three tiers it is. */
export type SupabaseEnv = { url: string; publishableKey: string; secretKey: string }

const NAMES = {
  url: 'SUPABASE_URL',
  publishableKey: 'SUPABASE_PUBLISHABLE_KEY',
  secretKey: 'SUPABASE_SECRET_KEY',
} as const

/** Reads the address and the keys from the environment; throws one error that names what is missing, never a value. */
export function readSupabaseEnv(environment: NodeJS.ProcessEnv = process.env): SupabaseEnv {
  const missing = Object.values(NAMES).filter((name) => !environment[name])
  if (missing.length > 0) {
    throw new Error(
      `${missing.join(', ')} not set. \`npm start\` sets them, or take them from your Supabase project.`,
    )
  }
  return {
    url: environment[NAMES.url] ?? '',
    publishableKey: environment[NAMES.publishableKey] ?? '',
    secretKey: environment[NAMES.secretKey] ?? '',
  }
}
