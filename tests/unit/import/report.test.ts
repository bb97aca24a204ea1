import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { createCounts } from '#lib/import/counts.ts'
import { openReport } from '#lib/import/report.ts'
import { writeTemporaryFile } from '#tests/support/temporary-file.ts'

test('one line per row, safe to open in a spreadsheet', async () => {
  const file = writeTemporaryFile('report.csv', '')
  const counts = createCounts()
  const report = openReport(counts, () => {}, file)
  const names = ['=HYPERLINK("x")', '+1', '-1', '@x', '＝1', 'Atelier, "Nord"', 'line\nbreak']
  for (const name of names) report.add({ at: 'line 2', outcome: 'added', name })
  report.add({ at: 'line 9', outcome: 'rejected', field: 'name', message: '=1', cure: 'c' })
  await report.close()
  const lines: string[][] = parse(readFileSync(file, 'utf8'))
  expect(lines[0]).toEqual(['row', 'outcome', 'name', 'field', 'message', 'cure'])
  expect(lines.slice(1, 6).map(([, , name]) => name)).toEqual(names.slice(0, 5).map((name) => `'${name}`))
  expect(lines.slice(6, 8).map(([, , name]) => name)).toEqual(names.slice(5))
  expect(lines[8]).toEqual(['line 9', 'rejected', '', 'name', `'=1`, 'c'])
  expect(counts).toMatchObject({ added: 7, rejected: 1 })
})

test('the first twenty faults are said, then where the others are', async () => {
  const said: string[] = []
  const report = openReport(createCounts(), (text) => said.push(text))
  for (let nth = 1; nth <= 30; nth += 1)
    report.add({ at: `line ${nth}`, outcome: 'rejected', field: 'name', message: 'm', cure: 'do it' })
  await report.close()
  expect(said).toHaveLength(21)
  expect(said[0]).toBe('line 1, name: m. Cure: do it.')
  expect(said[20]).toContain('--report')
})

test('a report that cannot be written is said before anything is read', () => {
  expect(() => openReport(createCounts(), () => {}, '/nowhere/report.csv')).toThrow(
    'The report cannot be written',
  )
})
