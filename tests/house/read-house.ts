/** The code of the house as paths and texts, and what each file imports and exports. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, resolve } from 'node:path'

export const HOUSE_ROOT = resolve(import.meta.dirname, '../..')

/** Texts by path. */
export type House = ReadonlyMap<string, string>

export type Import = {
  /** As it is written. */
  target: string
  /** The path in the house; null for a package. */
  path: string | null
  isType: boolean
}

const CODE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/
const GENERATED = ['next-env.d.ts', 'lib/server/supabase/database.types.ts']

/** Every file of code that is kept: all but what .gitignore names, and generated types. */
export function readHouse(): House {
  const ignored = readFileSync(join(HOUSE_ROOT, '.gitignore'), 'utf8').split('\n').filter(Boolean)
  const names = new Set(['.git', ...ignored.map((line) => line.replace(/\/$/, ''))])
  const house = new Map<string, string>()
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(HOUSE_ROOT, folder), { withFileTypes: true })) {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (names.has(entry.name) || names.has(path) || GENERATED.includes(path)) continue
      if (entry.isDirectory()) walk(path)
      else if (CODE.test(entry.name)) house.set(path, readFileSync(join(HOUSE_ROOT, path), 'utf8'))
    }
  }
  walk('')
  return house
}

/** At the start of a line, so that code in a text is not taken for an import; `import(...)` anywhere, where its path is a literal. */
const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:([^'";]*?)\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^'$]+)'/gm

/** Static and dynamic imports of literal paths, and re-exports. An import whose names are all types is one of types. */
export function importsOf(file: string, text: string): Import[] {
  return [...withoutComments(text).matchAll(IMPORT)].map(([, type, names, ...targets]) => {
    const target = targets.find(Boolean) ?? ''
    const list = /^\{([\s\S]*)\}$/.exec(names?.trim() ?? '')?.[1]?.split(',') ?? []
    const allTypes = list.length > 0 && list.every((name) => /^\s*(type\s|$)/.test(name))
    return { target, path: toPath(file, target), isType: Boolean(type) || allTypes }
  })
}

function toPath(file: string, target: string): string | null {
  if (target.startsWith('#')) return target.slice(1)
  return target.startsWith('.') ? normalize(join(dirname(file), target)) : null
}

const EXPORT =
  /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:function\*?|const|let|class|type|interface|enum)\s+(\w+)/gm

/** Names of declared exports; the house has no others but Next's defaults. */
export function exportsOf(text: string): string[] {
  return [...text.matchAll(EXPORT)].map(([, name = '']) => name)
}

export function countLines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length
}

/** Blanks comments and keeps the lines, so that words about code are not taken for it. */
export function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|\s)\/\/[^\n]*/g, '$1')
}
