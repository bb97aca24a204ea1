/**
 * On invented data a visitor may try every role with one click. The door is there on the embedded database and from this machine
 * alone, and it goes with the demonstration: its accounts are deleted when real data comes in.
 */
import type { Role } from '#lib/core/domain/role.ts'
import { readDemonstrationCode } from '#lib/server/queries/demonstration.ts'
import type { SignInContext } from './sign-in-by-code.ts'

/** Whether this server shows the door at all; `npm start` says so when it runs the embedded database on loopback. */
export function hasDemonstrationDoor(address: string, isDemonstration: boolean): boolean {
  const isOwnMachine = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(address)
  return process.env.DEMONSTRATION_DOOR === '1' && isDemonstration && isOwnMachine
}

/** Signs in as the invented person of a role, by the same code as anybody; false where the demonstration has ended. */
export async function enterDemonstration(role: Role, { session, admin }: SignInContext): Promise<boolean> {
  const email = `demo-${role}@keimzelle.invalid`
  const { error } = await session.auth.signInWithOtp({ email, options: { shouldCreateUser: true } })
  if (error) return false
  const code = await readDemonstrationCode(admin, role)
  if (!code) return false
  const { error: refused } = await session.auth.verifyOtp({ email, token: code, type: 'magiclink' })
  if (refused) return false
  // The account may just have been made: only now does its profile exist to be given the role.
  await readDemonstrationCode(admin, role)
  return true
}
