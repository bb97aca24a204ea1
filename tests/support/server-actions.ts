/** The server actions of the built app, with the address at which a browser calls each, and those that the source exports. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '#bin/lanes.ts'

export type ServerAction = { id: string; name: string; path: string }

type Manifest = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
}

/** From Next's own list; names are `file#function`. */
export function readBuiltActions(): ServerAction[] {
  const text = readFileSync(join(ROOT, '.next/server/server-reference-manifest.json'), 'utf8')
  return Object.entries((JSON.parse(text) as Manifest).node).map(([id, action]) => ({
    id,
    name: `${action.filename}#${action.exportedName}`,
    path: toAddress(Object.keys(action.workers)[0] ?? ''),
  }))
}

/** Every function that a file with 'use server' exports. */
export function readSourceActions(): string[] {
  return [...readFiles('app'), ...readFiles('lib/server/actions')].flatMap(({ file, text }) =>
    text.startsWith("'use server'")
      ? [...text.matchAll(/^export async function (\w+)/gm)].map(([, name]) => `${file}#${name}`)
      : [],
  )
}

/** Route handlers that take anything but a reading: addresses, and the text of their files. */
export function readWritingRoutes(): { path: string; text: string }[] {
  return readFiles('app')
    .filter(({ file, text }) => /\/route\.tsx?$/.test(file) && /\b(POST|PUT|PATCH|DELETE)\b/.test(text))
    .map(({ file, text }) => ({ path: toAddress(file), text }))
}

function readFiles(folder: string): { file: string; text: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(ROOT, folder, file), 'utf8') }))
}

/** `app/[locale]/moderation/[reference]/page` is at `/de/moderation/demo-1`. */
function toAddress(file: string): string {
  return file
    .replace(/^app/, '')
    .replace(/\/(page|route)(\.tsx?)?$/, '')
    .replace(/\/\([^)]*\)|\/@\w+/g, '')
    .replace('[locale]', 'de')
    .replace(/\[\[?(\.\.\.)?\w+\]\]?/g, 'demo-1')
}
