/**
 * Before each request lite tells the database who asks, and for what, by ten statements; here they are two. A call of the smallest
 * function took 14 statements and 10 ms of computing, most of it for nothing that the function did.
 */
import { requireMembers } from './known-versions.ts'

const ROLES = ['anon', 'authenticated', 'service_role']

type Transaction = {
  executeQuery(query: { sql: string; parameters: string[]; query: object; queryId: object }): Promise<unknown>
}
type Context = {
  auth?: { role?: string; uid?: unknown; jwt?: unknown } | null
  storage?: { operation?: unknown } | null
}
type Request = { method: string; path: string; requestHeaders?: object }

/** The database ends up with the same settings as before. Throws for a version of lite that applies them otherwise. */
export function joinSettings(connection: object): void {
  requireMembers(connection, ['applyJwtSessionContext', 'applyRpcRequestGucs'], '@supabase/lite')
  Reflect.set(connection, 'applyJwtSessionContext', applySession)
  Reflect.set(connection, 'applyRpcRequestGucs', applyRequest)
}

/** Only Supabase's own roles are taken on, whatever a signed token says. */
async function applySession(transaction: Transaction, { auth, storage }: Context): Promise<void> {
  const role = auth?.role || 'anon'
  if (!ROLES.includes(role)) throw new Error('This is no role of ours.')
  const claims = auth?.jwt && typeof auth.jwt === 'object' ? JSON.stringify(auth.jwt) : null
  await setAll(transaction, [
    ['request.jwt.claim.sub', String(auth?.uid ?? '')],
    ['request.jwt.claim.role', role],
    ['storage.operation', String(storage?.operation ?? '')],
    ...(claims === null ? [] : [['request.jwt.claims', claims] as const]),
    ['role', role],
  ])
}

async function applyRequest(
  transaction: Transaction,
  { method, path, requestHeaders = {} }: Request,
): Promise<void> {
  await setAll(transaction, [
    ['response.status', ''],
    ['response.headers', ''],
    ['request.method', method],
    ['request.path', path],
    ['request.headers', JSON.stringify(requestHeaders)],
  ])
}

/** Until the transaction ends. */
async function setAll(
  transaction: Transaction,
  settings: readonly (readonly [name: string, value: string])[],
): Promise<void> {
  const sql = `select ${settings.map(([name], index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`
  const parameters = settings.map(([, value]) => value)
  await transaction.executeQuery({
    sql,
    parameters,
    query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] },
    queryId: { queryId: sql },
  })
}
