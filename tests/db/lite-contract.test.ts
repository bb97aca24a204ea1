/**
 * What the embedded backend takes for granted in lite and PGlite, tried on the libraries as installed: one test a patch. The libraries
 * promise none of it, so each test says what breaks where it fails.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { App, setExperimental } from '@supabase/lite'
import { createClient } from '@supabase/supabase-js'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { NODE_FLAGS } from '#lib/server/node-flags.ts'
import { oneLine } from '#supabase/embedded/fault.ts'
import { createApi, type SupabaseApi } from '#supabase/embedded/lite/api.ts'
import {
  type Database,
  openPglite,
  openPostgres,
  POSTGIS_ARCHIVE,
  readLiteCatalogue,
  warmLiteCatalogue,
} from '#supabase/embedded/lite/database.ts'
import { dropRowParsers } from '#supabase/embedded/lite/drop-row-parsers.ts'
import { keepOwnGrants } from '#supabase/embedded/lite/keep-own-grants.ts'
import { KNOWN_VERSIONS, refuseUnknownVersions } from '#supabase/embedded/lite/known-versions.ts'
import { createOutboxDriver } from '#supabase/embedded/lite/outbox-driver.ts'
import { createStorageFolder } from '#supabase/embedded/lite/storage-folder.ts'
import { migrate } from '#supabase/embedded/migrate.ts'
import { generateSecrets } from '#supabase/embedded/secrets.ts'
import { createTestDatabase } from '#tests/support/backend.ts'
import { signToken } from '#tests/support/sign-token.ts'

const PROBE = `create schema private;
create table private.outbox (recipient text, locale text, template text, data jsonb);
create table public.guarded (name text primary key);
alter table public.guarded enable row level security;
create function public.probe() returns text language sql as $$ select current_user::text $$;
grant execute on function public.probe() to anon`

const keys = generateSecrets()
const folder = mkdtempSync(join(tmpdir(), 'keimzelle-contract-'))
const catalogue = join(folder, 'catalogue.json')
let database: Database
let api: SupabaseApi

/** What lite warns of in a process that serves: once, and never where tests run. */
async function readFirstWarnings(): Promise<string[]> {
  const embedded = pathToFileURL(join(import.meta.dirname, '../../supabase/embedded'))
  const script = `
    const warnings = []
    console.warn = (text) => warnings.push(String(text))
    const { createApi } = await import('${embedded}/lite/api.ts')
    const { openPostgres } = await import('${embedded}/lite/database.ts')
    // Nobody listens there; lite speaks before it asks.
    const database = openPostgres('postgres://127.0.0.1:1/none')
    const api = createApi(database, ${JSON.stringify(keys)}, { storageFolder: '' })
    await api.fetch(new Request('http://backend/auth/v1/health'))
    process.stdout.write(JSON.stringify(warnings))
    process.exit()`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...NODE_FLAGS, '--input-type=module', '--eval', script],
    { env: { ...process.env, NODE_ENV: 'production' } },
  )
  return JSON.parse(stdout)
}

/** A client of Supabase that asks in this process. */
const connect = ({ fetch }: SupabaseApi, key: string) =>
  createClient('http://backend', key, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: (input, init) => fetch(new Request(input, init)) },
  })
const hasTable = async (name: string) =>
  (await database.query<{ found: string | null }>('select to_regclass($1)::text as found', [name]))[0]
    ?.found !== null

beforeAll(async () => {
  const url = await createTestDatabase('empty')
  database = url ? openPostgres(url) : await openPglite(undefined, { postgis: POSTGIS_ARCHIVE, catalogue })
  api = createApi(database, keys, { storageFolder: folder })
  await api.fetch(new Request('http://backend/auth/v1/health'))
})
afterEach(() => {
  vi.restoreAllMocks()
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

test('versions: the known ones are installed, and any other is refused with names and cure', () => {
  refuseUnknownVersions()
  const newer = { ...KNOWN_VERSIONS, '@supabase/lite': '9.9.9' }
  expect(() => refuseUnknownVersions((name) => newer[name])).toThrow(
    `@supabase/lite 9.9.9 in place of ${KNOWN_VERSIONS['@supabase/lite']}. Install the known ones with "npm ci".`,
  )
  expect(() => keepOwnGrants({})).toThrow(
    /@supabase\/lite is not the version .*: rlsState, ensureRlsContext is missing/,
  )
})

test('system schema: only ensureSystemSchema creates it, a first request does not', async () => {
  expect(await hasTable('auth.users')).toBe(false)
  await migrate(database, api, [])
  for (const name of ['auth.users', 'storage.objects', 'supabase_migrations.schema_migrations'])
    expect(await hasTable(name), name).toBe(true)
  await database.script(PROBE)
  writeFileSync(catalogue, await readLiteCatalogue(database))
})

test('settings: two statements leave the database with what ten of lite left', async () => {
  const { connection } = database
  const original = Object.getPrototypeOf(connection) as Record<string, Apply>
  const patched = connection as unknown as Record<string, Apply>
  const contexts: [name: string, argument: object, length: number][] = [
    ['applyJwtSessionContext', { auth: null, storage: null }, 3],
    ['applyJwtSessionContext', { auth: { role: 'anon' }, storage: { operation: 'storage.object.get' } }, 3],
    [
      'applyJwtSessionContext',
      { auth: { role: 'authenticated', uid: 'a-person', jwt: { sub: 'a-person', role: 'authenticated' } } },
      3,
    ],
    ['applyJwtSessionContext', { auth: { role: 'service_role', uid: null, jwt: null } }, 3],
    ['applyRpcRequestGucs', { method: 'POST', path: '/rpc/probe', requestHeaders: { a: "it's" } }, 2],
    ['applyRpcRequestGucs', { method: 'GET', path: '/rpc/probe' }, 2],
  ]
  for (const [name, argument, length] of contexts) {
    expect(original[name]?.length, `${name} takes other arguments`).toBe(length)
    expect(patched[name]).not.toBe(original[name])
    const [before, after] = [await apply(original, name, argument), await apply(patched, name, argument)]
    expect(after.settings, `${name} ${JSON.stringify(argument)}`).toEqual(before.settings)
    expect(after.statements).toBe(1)
  }
})

test('settings: lite calls both for a function and hands over what they read', async () => {
  const steps = ['applyJwtSessionContext', 'applyRpcRequestGucs'].map((name) =>
    vi.spyOn(database.connection as unknown as Record<string, (...given: unknown[]) => unknown>, name),
  )
  const { data, error } = await connect(api, keys.publishableKey).rpc('probe')
  expect({ data, error }).toEqual({ data: 'anon', error: null })
  expect(steps[0]?.mock.calls[0]?.[1]).toMatchObject({ auth: { role: 'anon' } })
  expect(steps[1]?.mock.calls[0]?.[1]).toMatchObject({
    method: 'POST',
    path: '/rpc/probe',
    requestHeaders: { apikey: keys.publishableKey },
  })
})

test('settings: a role of none of ours is refused before the database is asked', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const token = signToken({ role: 'postgres', sub: crypto.randomUUID() }, keys.jwtSecret)
  const asked = await api.fetch(
    new Request('http://backend/rest/v1/rpc/probe', {
      method: 'POST',
      headers: { apikey: keys.publishableKey, Authorization: `Bearer ${token}` },
    }),
  )
  expect(asked.ok).toBe(false)
})

test('passwords: the cost is read when an account is made; mails carry a code and a token, in the language of their request', async () => {
  const client = connect(api, keys.publishableKey)
  for (const locale of ['en', 'de']) {
    const email = `${locale}@example.org`
    const emailRedirectTo = `https://karte.example/${locale}/account`
    const { error } = await client.auth.signInWithOtp({ email, options: { emailRedirectTo } })
    expect(error).toBeNull()
    const [mail] = await database.query('select locale, data from private.outbox where recipient = $1', [
      email,
    ])
    expect(mail).toMatchObject({
      locale,
      data: {
        code: expect.stringMatching(/^\d{6}$/),
        confirm_path: expect.stringMatching(new RegExp(`^/${locale}/sign-in/confirm\\?token=[0-9a-f]{32,}$`)),
      },
    })
    const [user] = await database.query<{ encrypted_password: string }>(
      'select encrypted_password from auth.users where email = $1',
      [email],
    )
    expect(user?.encrypted_password).toMatch(/^\$2[aby]\$04\$/)
  }
  const driver = createOutboxDriver(database, null)
  await expect(driver.send({ to: 'x@example.org', text: 'Your code is ready.' })).rejects.toThrow(
    'The sign-in mail of this version of @supabase/lite is not known.',
  )
})

test('storage: files go through the seven methods of the adapter', async () => {
  const called: string[] = []
  const files = createStorageFolder(join(folder, 'traced'))
  const app = new App({
    connection: database.connection,
    auth: {
      enabled: true,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
    },
    storage: { enabled: true, file_size_limit: '1MB' },
    studio: { enabled: false },
    options: { server: { admin: false, disableStudio: true } },
  })
  app._storageAdapter = new Proxy(files, {
    get: (target, name) => {
      if (typeof name === 'string') called.push(name)
      return Reflect.get(target, name)
    },
  })
  const { storage } = connect(
    {
      fetch: async (request) => app.fetch(request, { peerAddress: null }),
      ensureSystemSchema: async () => {},
    },
    keys.secretKey,
  )
  const record = async <T>(work: () => Promise<T>) => {
    called.length = 0
    return { answer: await work(), called: [...called] }
  }
  expect((await storage.createBucket('traced', { public: false })).error).toBeNull()
  const bucket = storage.from('traced')
  const upload = await record(() =>
    bucket.upload('a/b.webp', Buffer.from('bytes'), { contentType: 'image/webp' }),
  )
  expect(upload).toMatchObject({ answer: { error: null }, called: expect.arrayContaining(['uploadObject']) })
  const download = await record(() => bucket.download('a/b.webp'))
  expect(download.called).toContain('getObject')
  expect(await download.answer.data?.text()).toBe('bytes')
  expect((await record(() => bucket.copy('a/b.webp', 'a/c.webp'))).called).toContain('copyObject')
  const remove = await record(() => bucket.remove(['a/b.webp']))
  expect(remove.answer.error).toBeNull()
  expect(remove.called).toEqual(expect.arrayContaining(['deleteObject']))
  expect(Object.keys(files).sort()).toEqual([
    'copyObject',
    'deleteObject',
    'deleteObjects',
    'driver',
    'getObject',
    'headObject',
    'privateAssetUrl',
    'uploadObject',
  ])
})

test('storage: it is served because it is switched on', async () => {
  const ask = async () => (await connect(api, keys.secretKey).storage.listBuckets()).error
  expect(await ask()).toBeNull()
  setExperimental('storage', false)
  const off = await ask()
  setExperimental('storage', true)
  expect(off).not.toBeNull()
})

test('console: lite starts its remark with the words that are left out, and errors have the form that is shortened', async () => {
  expect((await readFirstWarnings()).map((text) => text.slice(0, 21))).toEqual(['EXPERIMENTAL FEATURES'])
  const errors = vi.spyOn(console, 'error').mockImplementation(() => {})
  const insert = () => connect(api, keys.secretKey).from('guarded').insert({ name: 'a private value' })
  await database.script('grant all on public.guarded to service_role')
  expect((await insert()).error).toBeNull()
  expect((await insert()).error).not.toBeNull()
  for (const parts of errors.mock.calls) expect(parts.map(oneLine).join(' ')).not.toContain('a private value')
})

test('PGlite: the parsers of rows are dropped, those of plain types stay', async () => {
  const { driver } = database.connection
  // PostgreSQL's own driver has none of this.
  if (!('refreshArrayTypes' in driver)) return
  const rows = () => Object.keys(driver.parsers).filter((type) => Number(type) >= 10_000)
  expect(rows()).toEqual([])
  await driver.refreshArrayTypes()
  expect(rows().length).toBeGreaterThan(0)
  dropRowParsers(driver)
  expect(rows()).toEqual([])
  expect(
    await database.query("select array[1, 2] as numbers, array['a'] as texts, '[1]'::jsonb as json"),
  ).toEqual([{ numbers: [1, 2], texts: ['a'], json: [1] }])
})

test('catalogue: what was kept is read in place of the database', async () => {
  if (database.kind !== 'pglite') return
  const { connection } = database
  const query = vi.spyOn(connection.driver as { query(text: string): unknown }, 'query')
  await connection.clearSchemaCache()
  await warmLiteCatalogue(database)
  expect(query).not.toHaveBeenCalled()
  const { functions } = (await connection.introspect({ useCache: true })) as unknown as Functions
  expect(functions.map(({ name }) => name)).toContain('probe')
  await readLiteCatalogue(database)
  expect(query).toHaveBeenCalled()
})

test('grants: lite opens every secured schema to anon unless it takes that for done', async () => {
  const isOpen = async () =>
    (
      await database.query<{ open: boolean }>(
        "select has_table_privilege('anon', 'public.guarded', 'select') as open",
      )
    )[0]?.open
  const ask = () => connect(api, keys.publishableKey).rpc('probe')
  await ask()
  expect(await isOpen()).toBe(false)
  Reflect.set(database.connection, 'rlsState', 'unknown')
  await ask()
  expect(await isOpen()).toBe(true)
})

type Functions = { functions: { name: string }[] }
type Apply = (transaction: Transaction, argument: object, isKnownRole: boolean) => Promise<void>
type Query = { sql: string; parameters: unknown[]; query: object; queryId: object }
type Transaction = { executeQuery(query: Query): Promise<{ rows: Record<string, unknown>[] }> }

const SETTINGS = [
  'role',
  'request.jwt.claim.sub',
  'request.jwt.claim.role',
  'request.jwt.claims',
  'storage.operation',
  'response.status',
  'response.headers',
  'request.method',
  'request.path',
  'request.headers',
]

/** Applies in a transaction, counts the statements, and reads all settings that it left. */
async function apply(owner: Record<string, Apply>, name: string, argument: object) {
  let statements = 0
  const sql = `select current_user::text, ${SETTINGS.map((setting) => `current_setting('${setting}', true) as "${setting}"`).join(', ')}`
  return database.connection.kysely.transaction().execute(async (transaction) => {
    const counted = new Proxy(transaction as unknown as Transaction, {
      get: (target, key) => {
        if (key === 'executeQuery') statements += 1
        const value: unknown = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    await owner[name]?.call(database.connection, counted, argument, true)
    const query = { kind: 'RawNode', sqlFragments: [sql], parameters: [] }
    const { rows } = await (transaction as unknown as Transaction).executeQuery({
      sql,
      parameters: [],
      query,
      queryId: { queryId: sql },
    })
    return { statements, settings: rows[0] }
  })
}
