/**
 * Before its first query, lite grants everything in every schema that has row level security to `anon`, which would undo grants column
 * by column. Told that this is done already, it leaves the grants to the migrations.
 */
import { requireMembers } from './known-versions.ts'

export function keepOwnGrants(connection: object): void {
  requireMembers(connection, ['rlsState', 'ensureRlsContext'], '@supabase/lite')
  Reflect.set(connection, 'rlsState', 'active')
}
