import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { formatCsvCell } from '#lib/core/domain/format-csv.ts'
import { streamCsv } from '#lib/server/interface/entries-csv.ts'
import { buildSnapshot } from '#lib/server/published/snapshot.ts'
import { hostileText, sampleRows } from '#tests/support/entry-rows.ts'
import { type RestRegister, startRestRegister } from '#tests/support/rest-register.ts'

let register: RestRegister
let entries: Entry[]
beforeAll(async () => {
  register = await startRestRegister(sampleRows(1200, 11))
  entries = (await buildSnapshot(register.client)).entries
})
afterAll(() => register.close())

/** What a spreadsheet runs when it begins a cell. */
const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u

test.each([
  '=1+1',
  '+49 2171',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u200b=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  '\ttext',
])('%j is taken for text', (text) => {
  const [[cell]] = parse(`${formatCsvCell(text)},x`) as [[string]]
  expect(cell).toMatch(/^'/)
})

test('what no spreadsheet would run stays as it is', () => {
  for (const text of ['a=b', 'Müller & Söhne', 'a-b@c.de', 'x;y', '"', 'zwei\nZeilen', ''])
    expect(parse(`${formatCsvCell(text)},x`)).toEqual([[text, 'x']])
  expect(formatCsvCell(-1.5)).toBe('-1.5')
  expect(formatCsvCell(Number.NaN)).toBe('')
  expect(formatCsvCell(null)).toBe('')
})

test('no cell runs, whether the spreadsheet splits cells at commas or at semicolons', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { maxLength: 4 }), hostileText, (list, text) => {
      const line = `a,${formatCsvCell(list)},${formatCsvCell(text)},b\r\n`
      const options = { relax_column_count: true, relax_quotes: true, record_delimiter: '\r\n' }
      const byCommas = parse(line, options).flat()
      // A spreadsheet that splits at semicolons sees our quotes in the middle of a cell and does not heed them.
      const bySemicolons = line.slice(0, -2).split(/[;\r\n\t]/)
      for (const cell of [...byCommas, ...bySemicolons]) expect(cell).not.toMatch(RUNS)
    }),
    { seed: 3, numRuns: 2000 },
  )
})

test('every entry comes back from the file, line by line, in the order given', async () => {
  const text = await new Response(streamCsv(entries)).text()
  const lines = parse(text, { columns: true }) as Record<string, string>[]
  expect(lines.map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
  for (const [
    index,
    { name, lng, lat, disciplines, areaSquareMeters, stepFree, ...entry },
  ] of entries.entries()) {
    const line = lines[index]
    expect(line?.name?.replaceAll("'", '')).toBe(name.replaceAll("'", ''))
    expect(line?.lng).toBe(lng === null ? '' : String(lng))
    expect(line?.lat).toBe(lat === null ? '' : String(lat))
    expect(line?.disciplines).toBe(disciplines.join(';'))
    expect(line?.areaSquareMeters).toBe(areaSquareMeters === null ? '' : String(areaSquareMeters))
    expect(line?.stepFree).toBe(stepFree === null ? '' : String(stepFree))
    expect(line?.availableFrom).toBe(entry.availableFrom ?? '')
    expect(line?.rentClass).toBe(entry.rentClass ?? '')
  }
})

test('the file begins with the mark by which Excel knows UTF-8', async () => {
  const bytes = new Uint8Array(await new Response(streamCsv(entries)).arrayBuffer())
  expect([...bytes.slice(0, 5)]).toEqual([0xef, 0xbb, 0xbf, ...Buffer.from('id')])
})

test('a file without entries has its line of names', async () => {
  expect(await new Response(streamCsv([])).text()).toMatch(/^id,kind,name,.*license.*\r\n$/)
})
