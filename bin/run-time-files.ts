/**
 * What a running machine needs besides Next's own standalone output: the one list by which assemble.ts makes the folder that runs
 * elsewhere. What scripts import is traced and is not listed.
 */

/** Files that Node runs from source; their imports come with them. */
export const SCRIPTS = [
  'bin/start.ts',
  'bin/serve.ts',
  'bin/import.ts',
  'bin/admin.ts',
  'bin/analyse.ts',
  'bin/db-reset.ts',
  'supabase/embedded/server.ts',
]

export type Copy = {
  /** Relative to the project's folder, a file or a whole folder. */
  path: string
  reason: string
  /** Whether it is there only after a build. */
  isBuilt?: true
}

/** Files and folders that are read by their path. */
export const COPIES: readonly Copy[] = [
  { path: '.next/static', reason: 'scripts, styles and fonts of the pages', isBuilt: true },
  { path: '.next/import-worker', reason: 'the thread of imports from the page', isBuilt: true },
  { path: 'public', reason: "files with an address of their own, the map's worker among them" },
  { path: 'supabase/migrations', reason: 'the database' },
  { path: 'lib/server/import/tables', reason: 'tags and disciplines of the importer' },
  { path: 'node_modules/@fontsource', reason: 'faces of the pictures that the server draws' },
  { path: 'node_modules/node/bin', reason: 'the Node that everything runs on' },
  { path: 'docs/operate.md', reason: 'how to run it' },
  { path: 'docs/examples', reason: 'for the service, the image and the proxy' },
  { path: '.env.example', reason: 'all settings' },
  { path: 'LICENSE', reason: 'the licence travels with the program' },
]

/** In Next's output, and not wanted: its own entry would serve without the steps before Next. */
export const UNWANTED = ['server.js']
