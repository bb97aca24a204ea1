/** `npm run admin -- someone@example.org [role]`: gives an address a role, at its next sign-in where it has no account yet. */
import './environment.ts'
import { createAdminClient } from '#lib/server/supabase/admin.ts'
import { openBackend } from '#supabase/embedded/open.ts'

const ROLES = ['member', 'moderator', 'planner', 'admin']

const [address = '', role = 'admin'] = process.argv.slice(2)
if (!/^[^\s@]+@[^\s@]+$/.test(address) || !ROLES.includes(role)) {
  console.error(`npm run admin -- someone@example.org [${ROLES.join('|')}]`)
  process.exitCode = 2
} else await promise()

async function promise(): Promise<void> {
  const backend = await openBackend()
  try {
    const client = createAdminClient({ url: backend.url, secretKey: backend.secretKey })
    const { data, error } = await client.rpc('promise_role', { address, new_role: role })
    if (error) throw new Error(`The role cannot be given: ${error.message}`)
    console.log(
      data === 'set' ? `${address} is ${role} now.` : `${address} will be ${role} from the first sign-in on.`,
    )
  } catch (fault) {
    console.error((fault as Error).message)
    process.exitCode = 1
  } finally {
    await backend.stop()
  }
}
