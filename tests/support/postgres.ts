/**
 * A PostgreSQL cluster of the tests' own: its own folder, a free port on loopback, ended afterwards. PostgreSQL
 * refuses to run as root, so root hands the folder to the user `postgres`. The system's cluster is never touched.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installPackages } from './browser.ts'

const DEBIAN = '/usr/lib/postgresql'

/** Folder of PostgreSQL's programs (version 15 or newer, with PostGIS beside it), or null. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .map(Number)
        .filter((version) => version >= 15)
    : []
  const version = versions
    .sort((a, b) => b - a)
    .find((candidate) => existsSync(`/usr/share/postgresql/${candidate}/extension/postgis.control`))
  return version && existsSync(`${DEBIAN}/${version}/bin/initdb`) ? `${DEBIAN}/${version}/bin` : null
}

/** Tries the distribution's package; null when that is not possible. */
export async function installPostgres(): Promise<string | null> {
  console.log('PostgreSQL with PostGIS not found: trying the package of the distribution.')
  return (await installPackages(['postgresql', 'postgresql-postgis'])) ? findPostgres() : null
}

export type Cluster = { url: string; stop: () => void }

/** Starts an empty cluster with one database; throws when PostgreSQL is not installed. */
export async function startCluster(): Promise<Cluster> {
  const bin = findPostgres()
  if (!bin)
    throw new Error('PostgreSQL >= 15 with PostGIS is not installed; `npm test` installs it where it may.')
  const folder = mkdtempSync(join(tmpdir(), 'keimzelle-pg-'))
  const asRoot = process.getuid?.() === 0
  const run = (program: string, args: string[]) =>
    asRoot
      ? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, program), ...args], { stdio: 'ignore' })
      : execFileSync(join(bin, program), args, { stdio: 'ignore' })
  if (asRoot) execFileSync('chown', ['postgres', folder])
  const data = join(folder, 'data')
  const port = await freePort()
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'])
  // No socket of its own: its path would be too long in a deep temporary folder.
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
  run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start'])
  const guard = guardCluster(data, folder)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
      guard.disconnect()
    },
  }
}

/** Ends the cluster should this process be ended before it can. */
function guardCluster(data: string, folder: string): ChildProcess {
  const [id = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  const script = join(import.meta.dirname, 'cluster-guard.ts')
  const guard = spawn(process.execPath, [script, id, folder], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  guard.unref()
  guard.channel?.unref()
  return guard
}

/** A port of the loopback interface that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? done(address.port) : fail(new Error('no port')),
      )
    })
  })
}

/** The address of another database in a cluster. */
export function toDatabaseUrl(clusterUrl: string, name: string): string {
  return clusterUrl.replace(/\/[^/]*$/, `/${name}`)
}
