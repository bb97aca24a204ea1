/** Next calls this once per server process. Of several processes of one machine (APP_PROCESSES) the first runs the jobs. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || !process.env.SUPABASE_URL) return
  if ((process.env.APP_PROCESS ?? '1') !== '1') return
  const { startJobs } = await import('#lib/server/jobs/run-jobs.ts')
  startJobs()
}
