/** What breaks the rules of the house. Each function reads paths and texts and answers with one line per fault. */
import { basename } from 'node:path'
import { countLines, exportsOf, type House, importsOf, withoutComments } from './read-house.ts'
import { isWithin, PACKAGES, ROOMS, roomOf, SECRETS } from './rooms.ts'

const MAX_LINES = 300
const MAX_PAGE_LINES = 60
const IS_CLIENT = /^\s*(?:\/\*[\s\S]*?\*\/\s*)?'use client'/
const IS_ACTION = /^\s*'use server'/

export function findFilesWithoutRoom(house: House): string[] {
  return [...house.keys()].filter((file) => !roomOf(file))
}

/** Imports, of types too, that a room's entry does not name. */
export function findForbiddenArrows(house: House): string[] {
  return eachImport(house, (file, { path, isType }) => {
    const room = roomOf(file)
    const rule = room === undefined ? undefined : ROOMS[room]
    if (!room || !rule || path === null || roomOf(path) === room) return false
    const allowed = [...rule.may, ...(isType ? (rule.types ?? []) : [])]
    return !allowed.some((prefix) => isWithin(path, prefix))
  })
}

/** Rooms that lead back to themselves by what they may import. */
export function findCirclesOfRooms(rooms: typeof ROOMS = ROOMS): string[] {
  const names = Object.keys(rooms)
  const isMeant = (room: string) => !isWithin(room, 'tests')
  const next = (room: string) =>
    (rooms[room]?.may ?? [])
      .filter(isMeant)
      .flatMap((prefix) => names.filter((name) => name !== room && isWithin(name, prefix)))
  const reaches = (from: string, wanted: string, seen: Set<string>): boolean =>
    next(from).some((room) => {
      if (room === wanted) return true
      if (seen.has(room)) return false
      seen.add(room)
      return reaches(room, wanted, seen)
    })
  return names.filter((room) => !room.startsWith('tests/') && reaches(room, room, new Set()))
}

/** Code of packages outside the rooms that they belong to. */
export function findStrayPackages(house: House): string[] {
  return eachImport(house, (file, { target, isType }) =>
    PACKAGES.some(
      ([known, rooms]) =>
        !isType &&
        !isWithin(file, 'tests') &&
        known.test(target) &&
        !rooms.some((room) => isWithin(file, room)),
    ),
  )
}

/** In the browser only steps of the server may be called, and React belongs to what one sees. */
export function findClientsOfServer(house: House): string[] {
  return eachImport(house, (file, { path, isType }) => {
    if (isType || path === null || !isWithin(path, 'lib/server')) return false
    return IS_CLIENT.test(house.get(file) ?? '') && !IS_ACTION.test(house.get(path) ?? '')
  })
}

/** React in rooms that run without a page. */
export function findReactBelowViews(house: House): string[] {
  return eachImport(
    house,
    (file, { target, isType }) =>
      isWithin(file, 'lib') &&
      !isWithin(file, 'lib/client/store') &&
      !isType &&
      /^react(-dom)?(\/|$)/.test(target),
  )
}

/** Pages that ask the server for anything but loaders and steps. */
export function findPagesWithoutLoader(house: House): string[] {
  return eachImport(
    house,
    (file, { path }) =>
      isPage(file) &&
      path !== null &&
      isWithin(path, 'lib/server') &&
      !['lib/server/actions', 'lib/server/pages'].some((room) => isWithin(path, room)),
  )
}

/** Views, pages and what runs anywhere neither read the environment nor open sessions or clients. */
export function findKeysInViews(house: House): string[] {
  const isView = (file: string) =>
    ['components', 'lib/core', 'lib/client'].some((room) => isWithin(file, room)) || isPage(file)
  return eachText(house, isView, (text) =>
    [...text.matchAll(/process\.env|\bcreate(?:Session|Admin|Anon)Client\b|\breadSupabaseEnv\b/g)].map(
      String,
    ),
  )
}

/** A clock, chance or network of its own in what runs anywhere. */
export function findImpureCore(house: House): string[] {
  const isCore = (file: string) => isWithin(file, 'lib/core')
  return eachText(house, isCore, (text) =>
    [...text.matchAll(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bcrypto\./g)].map(String),
  )
}

/** Receivers of a `from` that is no table. */
const OTHER_FROM = /^(storage|Array|Buffer|Readable|Map|Object|\w+Array)$/

/** Verbs of the database outside `lib/server/queries`. */
export function findStrayQueries(house: House): string[] {
  const isElsewhere = (file: string) => !isWithin(file, 'tests') && !isWithin(file, 'lib/server/queries')
  return eachText(house, isElsewhere, (text) =>
    [...text.matchAll(/(\w*)\)?\s*\??\.(from|rpc)\s*\(/g)]
      .filter(([, receiver = '', verb]) => verb === 'rpc' || !OTHER_FROM.test(receiver))
      .map(([found]) => found.trim()),
  )
}

/** Queries whose first argument is not the client that asks. */
export function findQueriesWithoutClient(house: House): string[] {
  const isQuery = (file: string) => isWithin(file, 'lib/server/queries')
  return eachText(house, isQuery, (text) =>
    [...text.matchAll(/^export async function (\w+)[^(]*\(\s*(\w*)/gm)]
      .filter(([, , first]) => first !== 'client')
      .map(([, name = '']) => name),
  )
}

/** Files that hold a secret and do not say so. */
export function findUnmarkedSecrets(house: House): string[] {
  return SECRETS.filter((file) => !/^import 'server-only'$/m.test(house.get(file) ?? ''))
}

/** Next's names in files that it calls, which every such file has. */
const OF_NEXT =
  /^(default|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|metadata|viewport|dynamic|revalidate|runtime|config|contentType|size|generate\w+|register)$/

/** Exported names that two files of the product give to different things. */
export function findDuplicateExports(house: House): string[] {
  const files = [...house].filter(([file]) => !isWithin(file, 'tests'))
  const names = files.flatMap(([file, text]) => exportsOf(text).map((name) => ({ name, file })))
  return [...Map.groupBy(names, ({ name }) => name)]
    .filter(([name, found]) => found.length > 1 && !OF_NEXT.test(name))
    .map(([name, found]) => `${name}: ${found.map(({ file }) => file).join(', ')}`)
}

/** A noun may have one file in each of these rooms, whose names say which: what it is, how it is read, kept, and changed. */
const OF_A_NOUN = [
  'lib/core/domain',
  'lib/server/queries',
  'lib/server/published',
  'lib/server/actions',
  'lib/server/city.ts',
]

/** Names of files that two rooms of lib and components give to different things. */
export function findDuplicateStems(house: House): string[] {
  const files = [...house.keys()].filter((file) => isWithin(file, 'lib') || isWithin(file, 'components'))
  return [...Map.groupBy(files, (file) => basename(file).split('.')[0])]
    .filter(([, found]) => found.filter((file) => !OF_A_NOUN.some((room) => isWithin(file, room))).length > 0)
    .filter(([, found]) => found.length > 1)
    .map(([stem, found]) => `${stem}: ${found.join(', ')}`)
}

export function findLongFiles(house: House): string[] {
  return [...house]
    .filter(([file]) => !isWithin(file, 'tests'))
    .filter(([file, text]) => countLines(text) > (isPage(file) ? MAX_PAGE_LINES : MAX_LINES))
    .map(([file]) => file)
}

function isPage(file: string): boolean {
  return /^app\/(.*\/)?(page|layout|error|not-found)\.tsx$/.test(file)
}

function eachImport(
  house: House,
  isFault: (file: string, found: ReturnType<typeof importsOf>[number]) => boolean,
): string[] {
  return [...house].flatMap(([file, text]) =>
    importsOf(file, text)
      .filter((found) => isFault(file, found))
      .map(({ target }) => `${file} imports ${target}`),
  )
}

function eachText(
  house: House,
  isMeant: (file: string) => boolean,
  find: (code: string) => string[],
): string[] {
  return [...house]
    .filter(([file]) => isMeant(file))
    .flatMap(([file, text]) => find(withoutComments(text)).map((found) => `${file}: ${found}`))
}
