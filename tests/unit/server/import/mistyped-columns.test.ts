import { expect, test } from 'vitest'
import { formatImportMessage } from '#lib/server/import/format-import-message.ts'
import { findMistypedColumns } from '#lib/server/import/mistyped-columns.ts'
import { readProfile } from '#lib/server/import/profile.ts'

const csv = readProfile('csv')

test('a column that looks like a missing one is named, and what it was probably meant to be', () => {
  const found = findMistypedColumns(['name', 'adress', 'lng', 'lat'], csv)
  expect(found.map((notice) => formatImportMessage('en', notice))).toEqual([
    'The column "adress" is not read: did you mean "address"? Rename it if so.',
  ])
})

test('columns that are read, those of a spreadsheet`s own and those like a column that is there are let be', () => {
  expect(findMistypedColumns(['name', 'names', 'internal remark', '', 'lng', 'lat'], csv)).toEqual([])
})

test('a profile that reads tags knows no columns', () => {
  expect(findMistypedColumns(['adress'], readProfile('osm'))).toEqual([])
})
