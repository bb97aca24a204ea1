/** Every page and file that only certain people may read, with a word that only they find there. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '#bin/lanes.ts'
import type { Role } from '#lib/core/domain/role.ts'

/** What was laid for the test: each word stands in one place of what staff reads. */
export type GuardedTexts = {
  reference: string
  contact: string
  space: string
  offerer: string
  photo: string
  job: string
  /** Of the person who reads, and of an admin. */
  email: string
  adminEmail: string
}

export type GuardedPage = {
  /** The file of its route, below `app/`. */
  file: string
  /** The least that may read it; a page of `member` shows everybody what is theirs. */
  role: Role
  toPath(secrets: GuardedTexts): string
  toWord(secrets: GuardedTexts): string
}

const STAFF = '[locale]/moderation'

export const GUARDED_PAGES: readonly GuardedPage[] = [
  {
    file: `${STAFF}/page.tsx`,
    role: 'moderator',
    toPath: () => '/de/moderation',
    toWord: ({ reference }) => reference,
  },
  {
    file: `${STAFF}/[reference]/page.tsx`,
    role: 'moderator',
    toPath: ({ reference }) => `/de/moderation/${reference}`,
    toWord: ({ contact }) => contact,
  },
  {
    file: `${STAFF}/entries/page.tsx`,
    role: 'moderator',
    toPath: ({ space }) => `/de/moderation/entries?q=${space.slice(0, 8)}`,
    toWord: ({ space }) => space,
  },
  {
    file: `${STAFF}/entries/[slug]/page.tsx`,
    role: 'moderator',
    toPath: ({ space }) => `/de/moderation/entries/${space}`,
    toWord: ({ offerer }) => offerer,
  },
  {
    file: `${STAFF}/entries/new/page.tsx`,
    role: 'moderator',
    toPath: () => '/de/moderation/entries/new?kind=business',
    toWord: () => 'Speichern und veröffentlichen',
  },
  {
    file: `${STAFF}/import/page.tsx`,
    role: 'moderator',
    toPath: ({ job }) => `/de/moderation/import?job=${job}`,
    toWord: ({ job }) => `/data/import/${job}`,
  },
  {
    file: '[locale]/admin/page.tsx',
    role: 'admin',
    toPath: () => '/de/admin',
    toWord: ({ adminEmail }) => adminEmail,
  },
  {
    file: '[locale]/admin/audit/page.tsx',
    role: 'admin',
    toPath: () => '/de/admin/audit',
    toWord: ({ adminEmail }) => adminEmail,
  },
  {
    file: '[locale]/admin/outbox/page.tsx',
    role: 'admin',
    toPath: () => '/de/admin/outbox',
    toWord: ({ adminEmail }) => adminEmail,
  },
  {
    file: '[locale]/account/page.tsx',
    role: 'member',
    toPath: () => '/de/account',
    toWord: ({ email }) => email,
  },
  {
    file: '[locale]/account/data/route.ts',
    role: 'member',
    toPath: () => '/de/account/data',
    toWord: ({ email }) => email,
  },
  {
    file: '[locale]/propose/page.tsx',
    role: 'member',
    toPath: () => '/de/propose',
    toWord: ({ email }) => email,
  },
  {
    file: 'data/import/[job]/route.ts',
    role: 'moderator',
    toPath: ({ job }) => `/data/import/${job}`,
    toWord: () => 'Zeile,Ergebnis,Name',
  },
  {
    file: 'data/photos/[id]/[size]/route.ts',
    role: 'moderator',
    toPath: ({ photo }) => `/data/photos/${photo}/320`,
    toWord: () => 'WEBP',
  },
]

/** Pages of signed-in people, and whatever else asks who is there, by itself or by a loader. */
export function listSessionReaders(): string[] {
  return globSync('**/{page.tsx,route.ts,route.tsx}', { cwd: join(ROOT, 'app') }).filter((file) => {
    const text = readFileSync(join(ROOT, 'app', file), 'utf8')
    const isOfPeople = /^\[locale\]\/(account|admin|moderation)\//.test(file)
    return (isOfPeople || opensSession(text)) && !/\bfunction (POST|PUT|PATCH|DELETE)\b/.test(text)
  })
}

function opensSession(text: string): boolean {
  const loaders = [...text.matchAll(/'#(lib\/server\/pages\/[\w-]+\.ts)'/g)].map(([, path = '']) =>
    readFileSync(join(ROOT, path), 'utf8'),
  )
  return [text, ...loaders].some((code) => /createSessionClient/.test(code))
}
