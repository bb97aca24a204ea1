/** Every address of the app that answers a GET, read from its route files, so that a new route cannot be forgotten. */
import { globSync } from 'node:fs'
import { ROOT } from '#bin/lanes.ts'
import { LOCALES } from '#lib/core/i18n/routing.ts'

/** What there is to ask for: slugs, references, ids of photos, the version, and how many entries it has. */
export type Known = {
  slugs: readonly string[]
  references: readonly string[]
  photos: readonly string[]
  version: string
  count: number
}

/** What stands for the parameters of a route, without its locale. */
const PARAMETERS: Record<string, (known: Known) => string[]> = {
  '/[...rest]': () => ['/there/is/none'],
  '/entries/[slug]': ({ slugs }) => slugs.map((slug) => `/entries/${slug}`),
  '/entries/[slug]/absent': ({ slugs }) => slugs.map((slug) => `/entries/${slug}/absent`),
  '/entries/[slug]/interest': ({ slugs }) => slugs.map((slug) => `/entries/${slug}/interest`),
  '/entries/[slug]/interest/confirm': ({ slugs }) =>
    slugs.map((slug) => `/entries/${slug}/interest/confirm?id=${UNKNOWN_ID}&token=guessed`),
  '/entries/[slug]/interest/reply': ({ slugs }) =>
    slugs.map((slug) => `/entries/${slug}/interest/reply?id=${UNKNOWN_ID}&token=guessed`),
  '/entries/[slug]/picture': ({ slugs }) => slugs.map((slug) => `/entries/${slug}/picture`),
  '/moderation/[reference]': ({ references }) => references.map((reference) => `/moderation/${reference}`),
  '/moderation/entries/[slug]': ({ slugs }) => slugs.map((slug) => `/moderation/entries/${slug}`),
  '/propose/[reference]': ({ references }) =>
    references.flatMap((reference) => [`/propose/${reference}`, `/propose/${reference}?token=guessed`]),
  '/api/[[...rest]]': () => ['/api', '/api/v2/none'],
  '/api/v1/proposals/[reference]': ({ references }) =>
    references.flatMap((reference) => [
      `/api/v1/proposals/${reference}`,
      `/api/v1/proposals/${reference}?token=guessed`,
    ]),
  '/basemap/remote/sprite/[file]': () => ['/basemap/remote/sprite/0.json'],
  '/basemap/remote/tiles/[source]/[z]/[x]/[y]': () => ['/basemap/remote/tiles/0/0/0/0'],
  '/basemap/style/[locale]/[theme]': () => ['/basemap/style/de/light', '/basemap/style/en/dark'],
  '/basemap/tiles/[version]/[z]/[x]/[y]': () => ['/basemap/tiles/0/0/0/0'],
  '/data/[version]': ({ version }) => [`/data/${version}`, '/data/f0-1'],
  '/data/[version]/texts': ({ version }) => [`/data/${version}/texts`],
  '/data/[version]/entries/[rank]': ({ version, count }) =>
    Array.from({ length: count + 1 }, (_, rank) => `/data/${version}/entries/${rank}`),
  '/data/import/[job]': () => [`/data/import/${UNKNOWN_ID}`],
  '/data/photos/[id]/[size]': ({ photos }) =>
    photos.flatMap((id) => [320, 1600].map((size) => `/data/photos/${id}/${size}`)),
  '/sitemaps/[part]': () => ['/sitemaps/0.xml', '/sitemaps/1.xml'],
}
const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'

/** Questions that make a route say more. */
const QUESTIONS: Record<string, string[]> = {
  '': ['?q=Laden', '?k=space', '?r=1', '?q=Kanarienw'],
  '/planning': ['?eps=800&min=2&h=200&i=1'],
  '/confirm': ['?token=guessed'],
  '/sign-in/confirm': ['?token=guessed'],
  '/propose': ['?type=change&target=moved-shop', '?type=objection&target=district-shop'],
  '/data/places': ['?q=Kanarienw&lang=de', '?q=Kanarienw%2077'],
  '/data/chance': ['?n=20'],
  '/api/v1/entries.geojson': [
    '?limit=500',
    '?q=kanari',
    '?q=Kanarienw',
    '?bbox=7.04,51.04,7.07,51.07',
    '?limit=x',
  ],
  '/api/v1/entries.csv': ['?q=Kanarienw', '?bbox=7.04,51.04,7.07,51.07'],
  '/api/v1/export.geojson': ['?kind=space'],
  '/api/v1/areas.geojson': ['?eps=800&min_points=2'],
  '/api/v1/density.geojson': ['?bandwidth=200'],
}

/** All of them, pages in both languages; throws at a route with parameters that nobody has filled in here. */
export function listPublicAddresses(known: Known): string[] {
  const files = globSync('app/**/{page.tsx,route.ts,route.tsx}', { cwd: ROOT })
  const routes = files
    .filter((file) => !file.includes('/@'))
    .map((file) => file.replace(/^app|\/\([^)]*\)|\/[^/]*$/g, ''))
  return [...new Set(routes)].sort().flatMap((route) => {
    const localised = route.startsWith('/[locale]')
    const path = localised ? route.slice('/[locale]'.length) : route
    const fill = PARAMETERS[path]
    if (path.includes('[') && !fill) throw new Error(`What stands for the parameters of ${route}?`)
    const addresses = [
      ...(fill?.(known) ?? [path]),
      ...(QUESTIONS[path] ?? []).map((question) => path + question),
    ]
    return localised
      ? LOCALES.flatMap((locale) => addresses.map((address) => `/${locale}${address}`))
      : addresses
  })
}
