/**
 * The libraries into whose private shape this folder reaches, by version. Any other is refused: a patch that no longer fits would not
 * fail, it would do nothing. What each patch rests on is tried in tests/db/lite-contract.test.ts.
 */
import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'

export const KNOWN_VERSIONS = {
  '@electric-sql/pglite': '0.4.5',
  '@electric-sql/pglite-postgis': '0.0.7',
  '@supabase/lite': '0.10.0',
} as const

type LibraryName = keyof typeof KNOWN_VERSIONS

/** Throws with the names, both versions and the cure; `readVersion` tells what is installed. */
export function refuseUnknownVersions(readVersion: (name: LibraryName) => string = readInstalled): void {
  const names = Object.keys(KNOWN_VERSIONS) as LibraryName[]
  const unknown = names.filter((name) => readVersion(name) !== KNOWN_VERSIONS[name])
  if (unknown.length === 0) return
  const found = unknown.map((name) => `${name} ${readVersion(name)} in place of ${KNOWN_VERSIONS[name]}`)
  throw new Error(
    `The embedded backend does not know these versions: ${found.join('; ')}. Install the known ones with "npm ci". ` +
      'To move on, set them in supabase/embedded/lite/known-versions.ts and make tests/db/lite-contract.test.ts pass.',
  )
}

/** Throws where a library lacks what a patch replaces. */
export function requireMembers(target: object, names: readonly string[], owner: LibraryName): void {
  const missing = names.filter((name) => !Reflect.has(target, name))
  if (missing.length > 0)
    throw new Error(
      `${owner} is not the version that the embedded backend knows (${KNOWN_VERSIONS[owner]}): ${missing.join(', ')} is missing.`,
    )
}

function readInstalled(name: LibraryName): string {
  const file = findPackageJSON(name, import.meta.url)
  const manifest: unknown = file && JSON.parse(readFileSync(file, 'utf8'))
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return isManifest ? String(manifest.version) : 'none'
}
