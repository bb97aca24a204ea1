/**
 * What lite and PGlite do around every statement, done at less cost: a call of the smallest function took 14 statements and 10 ms of
 * computing, most of it for nothing that the function did. The database ends up with the same settings as before.
 */
import type { PGlite } from '@electric-sql/pglite'

/** Types of PostgreSQL's own, the arrays of them included, have smaller numbers; those of its tables and of ours follow. */
const FIRST_TYPE_OF_A_TABLE = 10_000
const ROLES = ['anon', 'authenticated', 'service_role']

type Transaction = {
  executeQuery(query: { sql: string; parameters: string[]; query: object; queryId: object }): Promise<unknown>
}
type Context = {
  auth?: { role?: string; uid?: unknown; jwt?: unknown } | null
  storage?: { operation?: unknown } | null
}
type Request = { method: string; path: string; requestHeaders?: object }

/** PGlite copies its list of readers with every statement, one for each table's row among them, which nobody here reads. */
export function dropRowReaders(driver: Pick<PGlite, 'parsers'>): void {
  driver.parsers = Object.fromEntries(
    Object.entries(driver.parsers).filter(([type]) => Number(type) < FIRST_TYPE_OF_A_TABLE),
  )
}

/** Lite tells the database who asks and for what by ten statements; here they are two. Throws for a version of lite that does it otherwise. */
export function joinSettings(connection: object): void {
  for (const name of ['applyJwtSessionContext', 'applyRpcRequestGucs'])
    if (typeof Reflect.get(connection, name) !== 'function')
      throw new Error('This version of @supabase/lite is not known.')
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
