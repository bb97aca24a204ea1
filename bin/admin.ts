/** `npm run admin -- someone@example.org [role]`: gives an address a role, at its next sign-in where it has no account yet. */
import './environment.ts'
import { ROLES, type Role } from '#lib/core/domain/role.ts'
import { promiseRole } from '#lib/server/queries/administration.ts'
import { createAdminClient } from '#lib/server/supabase/admin-client.ts'
import { openBackend } from '#supabase/embedded/open.ts'

const [address = '', wanted = 'admin'] = process.argv.slice(2)
const role = ROLES.find((known) => known === wanted)
if (!/^[^\s@]+@[^\s@]+$/.test(address) || !role) {
  console.error(`npm run admin -- someone@example.org [${ROLES.join('|')}]`)
  process.exitCode = 2
} else await promise(role)

async function promise(role: Role): Promise<void> {
  const backend = await openBackend()
  try {
    const client = createAdminClient({ url: backend.url, secretKey: backend.secretKey })
    const outcome = await promiseRole(client, address, role)
    console.log(
      outcome === 'set'
        ? `${address} is ${role} now.`
        : `${address} will be ${role} from the first sign-in on.`,
    )
  } catch (fault) {
    console.error((fault as Error).message)
    process.exitCode = 1
  } finally {
    await backend.stop()
  }
}
