import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatImportCure, formatImportMessage } from '#lib/server/import/format-import-message.ts'
import { readProfile } from '#lib/server/import/profile.ts'
import { readRows } from '#lib/server/import/readers/read-rows.ts'
import { FileFault, type RawRow, type RowFault } from '#lib/server/import/row.ts'
import { writeTemporaryFile } from '#tests/support/temporary-file.ts'

const CSV = readProfile('csv')

async function read(text: string | Uint8Array, profile: Partial<typeof CSV> = {}): Promise<RawRow[]> {
  const file = writeTemporaryFile('rows.csv', text)
  const rows: RawRow[] = []
  for await (const row of readRows(file, { ...CSV, ...profile }, () => {})) rows.push(row)
  return rows
}
const fieldsOf = (rows: RawRow[]) => rows.map(({ fields }) => ({ ...fields }))

describe('what people save', () => {
  test.each([
    ['commas', 'name,lng\nA,7\n'],
    ['semicolons, Windows line ends, a byte order mark', '\uFEFFname;lng\r\nA;7\r\n'],
    ['tabs, line ends of old Macs', 'name\tlng\rA\t7'],
    ['blank lines and appended empty fields', 'name,lng\n\nA,7,,\n  \n'],
  ])('%s', async (_, text) => {
    expect(fieldsOf(await read(text))).toEqual([{ name: 'A', lng: '7' }])
  })

  test('quotes hold delimiters, quotes and line breaks; rows are named by their first line', async () => {
    const rows = await read('name,summary\n"A, B","says ""x""\nand y"\nC,z\n')
    expect(fieldsOf(rows)).toEqual([
      { name: 'A, B', summary: 'says "x"\nand y' },
      { name: 'C', summary: 'z' },
    ])
    expect(rows.map(({ at }) => formatImportMessage('en', at))).toEqual(['line 2', 'line 4'])
  })

  test('an older encoding, named in the profile', async () => {
    const bytes = Buffer.from('name\nK\xf6lner Atelier \x96 Nord\n', 'latin1')
    expect(fieldsOf(await read(bytes, { encoding: 'windows-1252' }))).toEqual([
      { name: 'Kölner Atelier – Nord' },
    ])
  })

  test('whatever is written by the rules comes back', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ö', '"', ',', ';', '\n', ' ', '😀'), maxLength: 8 })
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 })
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(',', ';'), async (rows, delimiter) => {
        const lines = [['a', 'b'], ...rows].map((cells) => cells.map(quote).join(delimiter))
        const written = await read(`${lines.join('\r\n')}\r\n`)
        expect(fieldsOf(written)).toEqual(rows.map(([a, b]) => ({ a, b })))
      }),
      { seed: 11, numRuns: 80 },
    )
  })
})

describe('a broken row costs itself only', () => {
  test.each([
    ['a quote never closed', '"B,2', /never closed/, 'name'],
    ['text after a closing quote', '"B"x,2', /goes on after its closing quote/, 'name'],
    ['a quote inside a plain field', 'Bob "B" Bär,2', /inside a field that is not quoted/, 'name'],
    ['a field too many', 'B,2,3', /fields: 3, but the header has 2/, '(row)'],
    ['a field too few', 'B', /fields: 1, but the header has 2/, '(row)'],
  ])('%s', async (_, broken, message, field) => {
    const rows = await read(`name,lng\nA,1\n${broken}\n"C",3\n"D, E",4\n`)
    expect(rows.map(({ at }) => formatImportMessage('en', at))).toEqual([
      'line 2',
      'line 3',
      'line 4',
      'line 5',
    ])
    const fault = rows[1]?.fault as RowFault
    expect(fault.message).toMatch(message)
    expect(formatImportMessage('en', fault.field)).toBe(field)
    expect(formatImportCure('en', fault.importMessage)).not.toBe('')
    expect(fieldsOf(rows.filter(({ fault }) => !fault)).map(({ name }) => name)).toEqual(['A', 'C', 'D, E'])
  })

  test('quotes opened in every row lose these rows and no other', async () => {
    const broken = Array.from({ length: 300 }, (_, nth) =>
      nth % 2 === 0 ? `"open ${nth},1` : `fine ${nth},1`,
    )
    const rows = await read(`name,lng\n${broken.join('\n')}\n`)
    expect(rows.filter(({ fault }) => fault)).toHaveLength(150)
    expect(rows).toHaveLength(300)
  })
})

describe('a header that cannot be used stops the file', () => {
  test.each([
    ['nothing but blanks', ' \n\n', 'is empty'],
    ['a column twice', 'name,name\nA,B\n', '"name" stands there twice'],
    ['another encoding', Buffer.from('Stra\xdfe,name\n', 'latin1'), 'the header is not utf-8'],
    ['an open quote', '"name,lng\nA,1\n', 'line 1'],
    [
      'a spreadsheet file',
      Buffer.from('504b03041400060008000000210041378ff0', 'hex'),
      'the header is not utf-8',
    ],
    ['one endless line', `name\n${'x'.repeat(200_000)}`, 'more than 100,000 characters'],
  ])('%s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(FileFault)
    await expect(read(text)).rejects.toThrow(message)
  })

  test('a column that the profile names and the file lacks', async () => {
    const profile = { name: 'own.json', columns: { name: 'Firmenname' } }
    await expect(read('Firmename,Ort\nA,B\n', profile)).rejects.toThrow('did you mean "Firmename"?')
  })
})

test('UTF-8 said to be an older encoding is not turned into wrong letters', async () => {
  await expect(read('name\nMüller\n', { encoding: 'windows-1252' })).rejects.toThrow(
    'is UTF-8, not windows-1252',
  )
})

test('a byte of another encoding shows in its field alone', async () => {
  const rows = await read(Buffer.from('name\nA\nM\xfcller\n', 'latin1'))
  expect(fieldsOf(rows)).toEqual([{ name: 'A' }, { name: 'M\uFFFDller' }])
})
