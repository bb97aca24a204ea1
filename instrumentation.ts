/** Next calls this once per server process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || !process.env.SUPABASE_URL) return
  const { startJobs } = await import('#lib/server/jobs/run-jobs.ts')
  startJobs()
}
