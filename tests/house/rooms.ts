/** The rooms of the house and who may import whom: one table. The longest key that begins a path is its room; no key, no entry. */

/** Keys and prefixes of paths. A room may always import itself; types count like code, unless they stand under `types`. */
export type Room = { may: readonly string[]; types?: readonly string[] }

const CORE = 'lib/core'
/** What a page or a view may call of the server: steps and loaders. All else of it may give types alone. */
const STEPS = ['lib/server/actions', 'lib/server/pages']
const SHARED = ['components/ui', 'components/register']

/** A view: core, the browser's rooms, steps and loaders of the server, and the rooms of components that are named. */
function view(...rooms: string[]): Room {
  return { may: [CORE, 'lib/client', ...STEPS, ...rooms], types: ['lib/server'] }
}

export const ROOMS: Record<string, Room> = {
  'lib/core/domain': { may: [] },
  'lib/core/i18n': { may: ['lib/core/domain'] },
  'lib/core/view': { may: ['lib/core/domain'] },
  'lib/core/snapshot': { may: ['lib/core/domain'] },
  'lib/core/style': { may: ['lib/core/domain', 'lib/core/i18n'] },
  'lib/core/search': { may: ['lib/core/domain', 'lib/core/i18n', 'lib/core/snapshot'] },
  'lib/core/geo': { may: ['lib/core/domain', 'lib/core/snapshot', 'lib/core/view'] },

  'lib/client/worker': { may: [CORE] },
  'lib/client/store': { may: [CORE, 'lib/client/worker'] },

  'lib/server/city.ts': { may: [CORE, 'lib/server/cities'] },
  'lib/server/cities': { may: [] },
  'lib/server/node-flags.ts': { may: [] },
  'lib/server/http': { may: [CORE] },
  'lib/server/front': { may: [CORE, 'lib/server/http'] },
  'lib/server/demo': { may: [CORE] },
  'lib/server/supabase': { may: [CORE] },
  'lib/server/basemap': { may: [CORE, 'lib/server/city.ts', 'lib/server/http'] },
  'lib/server/queries': { may: [CORE, 'lib/server/supabase'] },
  'lib/server/guard': { may: server('queries', 'supabase') },
  'lib/server/geocoding': { may: server('http', 'queries', 'supabase') },
  'lib/server/published': { may: server('city.ts', 'http', 'queries', 'supabase') },
  'lib/server/mail': { may: server('city.ts', 'queries', 'supabase') },
  'lib/server/import': { may: server('city.ts', 'geocoding', 'http', 'queries', 'supabase') },
  'lib/server/analysis': { may: server('import') },
  'lib/server/interface': { may: server('geocoding', 'published', 'queries', 'supabase') },
  'lib/server/proposals': { may: server('city.ts', 'guard', 'http', 'import', 'queries', 'supabase') },
  'lib/server/media': { may: server('guard', 'proposals', 'queries', 'supabase') },
  'lib/server/messages': { may: server('city.ts', 'guard', 'proposals', 'queries', 'supabase') },
  'lib/server/moderation': { may: server('import', 'node-flags.ts', 'proposals', 'queries', 'supabase') },
  'lib/server/account': { may: server('guard', 'http', 'proposals', 'published', 'queries', 'supabase') },
  'lib/server/jobs': {
    may: server('city.ts', 'http', 'mail', 'media', 'moderation', 'proposals', 'queries', 'supabase'),
  },
  'lib/server/pages': {
    may: server(
      'account',
      'basemap',
      'city.ts',
      'geocoding',
      'guard',
      'http',
      'import',
      'mail',
      'messages',
      'moderation',
      'proposals',
      'published',
      'queries',
      'supabase',
    ),
  },
  'lib/server/actions': {
    may: server(
      'account',
      'city.ts',
      'guard',
      'import',
      'media',
      'messages',
      'moderation',
      'proposals',
      'published',
      'queries',
      'supabase',
    ),
  },

  'components/ui': { may: [] },
  'components/register': view('components/ui'),
  'components/photos': view(...SHARED),
  'components/messages': view(...SHARED),
  'components/frame': view(...SHARED),
  'components/map': view(...SHARED),
  'components/pictures': view(),
  'components/panels': view('components/photos', ...SHARED),
  'components/explorer': view('components/frame', 'components/map', 'components/panels', ...SHARED),
  'components/planning': view('components/frame', 'components/map', ...SHARED),
  'components/propose': view('components/map', 'components/photos', ...SHARED),
  'components/interest': view('components/messages', ...SHARED),
  'components/legal': view('components/messages', ...SHARED),
  'components/upkeep': view(...SHARED),
  'components/about': view(...SHARED),
  'components/absent': view('components/frame', ...SHARED),
  'components/account': view(...SHARED),
  'components/staff': view('components/frame', 'components/map', 'components/propose/photos', ...SHARED),

  app: { may: [CORE, 'components', 'lib/server'] },
  'proxy.ts': { may: [CORE, 'lib/server/http', 'lib/server/published', 'lib/server/supabase'] },
  'instrumentation.ts': { may: ['lib/server/jobs'] },
  'next.config.js': { may: ['lib/server/http'] },
  'postcss.config.mjs': { may: [] },
  'playwright.config.ts': { may: ['tests/support'] },
  'vitest.config.ts': { may: [] },

  supabase: {
    may: [
      'lib/server/city.ts',
      'lib/server/demo',
      'lib/server/node-flags.ts',
      'package.json',
      'supabase/embedded/lite',
    ],
  },
  'supabase/embedded/lite': { may: ['supabase/embedded/fault.ts'] },
  bin: { may: [CORE, 'lib/server', 'supabase', 'tests/support', 'package.json'] },

  'tests/support': { may: ['bin', 'components', 'lib', 'supabase', 'app', 'tests/fixtures'] },
  'tests/house': { may: ['tests/support'] },
  'tests/unit': { may: ['app', 'bin', 'components', 'lib', 'supabase', 'tests', 'proxy.ts', 'package.json'] },
  'tests/db': { may: ['app', 'bin', 'lib', 'supabase', 'tests', 'proxy.ts'] },
  'tests/e2e': { may: ['lib', 'supabase', 'components', 'tests'] },
  'tests/bench': { may: ['bin', 'components', 'lib', 'supabase', 'tests'] },
  'tests/faults': { may: ['bin', 'lib', 'supabase', 'tests'] },
}

function server(...rooms: string[]): string[] {
  return [CORE, ...rooms.map((room) => `lib/server/${room}`)]
}

/** Packages that belong to some rooms. Types may travel, and tests may use all of them. */
export const PACKAGES: [known: RegExp, rooms: string[]][] = [
  [/^maplibre-gl(\/|$)/, ['components/map', 'bin']],
  [/^@turf\//, ['lib/core/geo', 'lib/server/demo']],
  [/^@supabase\/(supabase-js|ssr)$/, ['lib/server/supabase']],
  [/^@supabase\/lite/, ['supabase/embedded/lite']],
  [/^@electric-sql\//, ['supabase/embedded/lite']],
  [/^sharp$/, ['lib/server/media']],
]

/** Files that hold a secret or read one: a build must refuse whatever would bring them to a browser. */
export const SECRETS = [
  'lib/server/account/request-context.ts',
  'lib/server/mail/send-outbox.ts',
  'lib/server/supabase/admin-client.ts',
  'lib/server/supabase/env.ts',
  'supabase/embedded/secrets.ts',
  'supabase/embedded/settings.ts',
]

export function roomOf(file: string): string | undefined {
  return Object.keys(ROOMS)
    .filter((room) => isWithin(file, room))
    .sort((a, b) => b.length - a.length)[0]
}

/** Whether a path is a prefix itself or lies below it. */
export function isWithin(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`)
}
