/** The rules of the house, asserted on its code: who imports whom, what stands where, how long files are, and that documents name what exists. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as rules from './find-faults.ts'
import { HOUSE_ROOT, readHouse } from './read-house.ts'
import { ROOMS } from './rooms.ts'

const HOUSE = readHouse()

test('there is code to walk', () => expect(HOUSE.size).toBeGreaterThan(500))

test.each([
  ['every file belongs to a room', rules.findFilesWithoutRoom],
  ['rooms import only what their entries name, types too', rules.findForbiddenArrows],
  ['code of packages stays in the rooms that they belong to', rules.findStrayPackages],
  ['what runs in the browser calls only steps of the server', rules.findClientsOfServer],
  ['lib knows no React, but for the stores', rules.findReactBelowViews],
  ['pages ask the server by loaders and steps', rules.findPagesWithoutLoader],
  ['views neither read the environment nor open clients', rules.findKeysInViews],
  ['the core has no clock, chance or network of its own', rules.findImpureCore],
  ['tables and functions of the database are asked in one room', rules.findStrayQueries],
  ['queries take the client first', rules.findQueriesWithoutClient],
  ['files that hold a secret say so', rules.findUnmarkedSecrets],
  ['an exported name means one thing', rules.findDuplicateExports],
  ['the name of a file means one thing', rules.findDuplicateStems],
  ['files have at most 300 lines, pages 60', rules.findLongFiles],
])('%s', (_, find) => expect(find(HOUSE)).toEqual([]))

test('the rooms have no circle', () => expect(rules.findCirclesOfRooms()).toEqual([]))

const architecture = readFileSync(join(HOUSE_ROOT, 'ARCHITECTURE.md'), 'utf8')

test('every room stands in ARCHITECTURE.md', () => {
  const named = [...architecture.matchAll(/`([^`\s]+?)\/?`/g)].map(([, path]) => path)
  expect(Object.keys(ROOMS).filter((room) => !named.includes(room))).toEqual([])
})

test('ARCHITECTURE.md has at most 150 lines', () => {
  expect(architecture.split('\n').length).toBeLessThanOrEqual(151)
})

test('every path that ARCHITECTURE.md names exists', () => {
  const paths = [
    ...architecture.matchAll(/`((?:app|bin|components|lib|supabase|public|tests|docs)\/[^`\s*<]*)`/g),
  ].map((m) => m[1] ?? '')
  expect(paths.length).toBeGreaterThan(10)
  expect(paths.filter((path) => !existsSync(join(HOUSE_ROOT, path)))).toEqual([])
})
