import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseProfile, readProfile } from '#lib/server/import/profile.ts'
import { COLUMNS } from '#lib/server/import/row.ts'
import { writeTemporaryFile } from '#tests/support/temporary-file.ts'

describe('a typing error is answered with the word that was meant', () => {
  test.each([
    [{ delimeter: ';' }, 'delimeter: unknown key, did you mean "delimiter"?'],
    [{ columns: { nmae: 'Firma' } }, 'columns.nmae: unknown key, did you mean "name"?'],
    [
      { source: { title: 'T', licence: 'x', license: 'x' } },
      'source.licence: unknown key, did you mean "license"?',
    ],
    [
      { categories: { 59: { discipline: ['art'] } } },
      'categories.59.discipline: unknown key, did you mean "disciplines"?',
    ],
    [
      { categories: { 59: 'musik' } },
      'categories.59.disciplines.0: unknown value "musik", did you mean "music"?',
    ],
    [{ categories: { 59: [] } }, 'categories.59.disciplines: '],
    [{ projection: 'EPSG:4236' }, 'projection: unknown value "EPSG:4236", did you mean "EPSG:4326"?'],
    [{ kind: 'spaces' }, 'kind: unknown value "spaces", did you mean "space"?'],
    [{ encoding: 'utf8-bom' }, 'encoding: is not a known encoding; use utf-8'],
    [{ box: [10, 50, 9, 51] }, 'box: expected [west, south, east, north]'],
    [{ otherwise: 'ignore' }, 'otherwise: unknown value "ignore"'],
    [[], '(top): '],
  ])('%j', (input, message) => {
    expect(() => parseProfile(input, 'own.json')).toThrow('The profile own.json cannot be used')
    expect(() => parseProfile(input, 'own.json')).toThrow(message)
  })

  test('all wrong fields at once', () => {
    const parse = () => parseProfile({ kindd: 'space', columns: { lnng: 'x' } }, 'own.json')
    expect(parse).toThrow('did you mean "kind"?')
    expect(parse).toThrow('did you mean "lng"?')
  })

  test('the names of profiles', () => {
    expect(() => readProfile('ocm')).toThrow('There is no profile "ocm": did you mean "osm"?')
    expect(() => readProfile('nowhere.json')).toThrow(
      'The profile nowhere.json cannot be read: check the path',
    )
    expect(() => readProfile(writeTemporaryFile('p.json', '{"kind": }'))).toThrow('is not valid JSON')
  })
})

test('a profile may be saved with a byte order mark; the short forms of a category mean the same', () => {
  const file = writeTemporaryFile(
    'own.json',
    '\uFEFF{"categories": {"a": "art", "b": ["art"], "c": {"disciplines": ["art"]}}}',
  )
  const { categories, name, reads } = readProfile(file)
  expect({ name, reads }).toEqual({ name: file, reads: 'columns' })
  expect(new Set(Object.values(categories).map((category) => JSON.stringify(category))).size).toBe(1)
})

test('the profile of the tests for Melbourne can be read', () => {
  const profile = readProfile('tests/fixtures/melbourne.profile.json')
  expect(profile.categories['0']).toEqual({ kind: 'space', use: 'shop' })
})

test('the profile in the README is one, and its columns are all of them', () => {
  const readme = readFileSync('README.md', 'utf8')
  const [, json = ''] = /```json\n(.*?)```/s.exec(readme) ?? []
  expect(parseProfile(JSON.parse(json), 'wfl.json')).toMatchObject({
    otherwise: 'skip',
    projection: 'EPSG:25832',
  })
  const [, listed = ''] = /Columns of the profile `csv`.*?`(id .*?)`/s.exec(readme) ?? []
  expect(listed.split(/\s+/).toSorted()).toEqual(COLUMNS.filter((name) => name !== 'category').toSorted())
})
