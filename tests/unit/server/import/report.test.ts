import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { createCounts } from '#lib/server/import/counts.ts'
import { toImportMessage } from '#lib/server/import/import-messages.ts'
import { openReport } from '#lib/server/import/report.ts'
import { writeTemporaryFile } from '#tests/support/temporary-file.ts'

test('one line per row, safe to open in a spreadsheet', async () => {
  const file = writeTemporaryFile('report.csv', '')
  const counts = createCounts()
  const report = openReport(counts, { locale: 'en', print: () => {}, file })
  const names = ['=HYPERLINK("x")', '+1', '-1', '@x', '＝1', 'Atelier, "Nord"', 'line\nbreak']
  for (const name of names) report.add({ at: 'line 2', outcome: 'added', name })
  const note = toImportMessage('rows.unsplittable', { detail: '=1' })
  report.add({ at: 'line 9', outcome: 'rejected', field: 'name', note })
  await report.close()
  const lines: string[][] = parse(readFileSync(file, 'utf8'))
  expect(lines[0]).toEqual(['row', 'outcome', 'name', 'field', 'message', 'cure'])
  expect(lines.slice(1, 6).map(([, , name]) => name)).toEqual(names.slice(0, 5).map((name) => `'${name}`))
  expect(lines.slice(6, 8).map(([, , name]) => name)).toEqual(names.slice(5))
  expect(lines[8]).toEqual(['line 9', 'rejected', '', 'name', `'=1`, 'compare the row with its neighbours'])
  expect(counts).toMatchObject({ added: 7, rejected: 1 })
})

test('in German, words and numbers of rows too', async () => {
  const file = writeTemporaryFile('report.csv', '')
  const report = openReport(createCounts(), { locale: 'de', print: () => {}, file })
  const at = toImportMessage('places.line', { number: 4 })
  report.add({
    at,
    outcome: 'rejected',
    field: toImportMessage('places.whole-row'),
    note: toImportMessage('rows.quote-open'),
  })
  report.add({ at, outcome: 'duplicates', note: toImportMessage('notes.duplicate', { earlier: at }) })
  await report.close()
  expect(parse(readFileSync(file, 'utf8'))).toEqual([
    ['Zeile', 'Ergebnis', 'Name', 'Feld', 'Anmerkung', 'Abhilfe'],
    [
      'Zeile 4',
      'abgewiesen',
      '',
      '(ganze Zeile)',
      'Ein Anführungszeichen wird geöffnet und nie geschlossen',
      'Schließen Sie das Anführungszeichen, oder entfernen Sie es',
    ],
    ['Zeile 4', 'doppelt', '', '', 'Dasselbe wie Zeile 4 dieser Datei', ''],
  ])
})

test('the first twenty faults are said, then where the others are', async () => {
  const printed: string[] = []
  const report = openReport(createCounts(), { locale: 'en', print: (text) => printed.push(text) })
  for (let nth = 1; nth <= 30; nth += 1)
    report.add({
      at: toImportMessage('places.line', { number: nth }),
      outcome: 'rejected',
      field: 'name',
      note: toImportMessage('rows.name-missing'),
    })
  await report.close()
  expect(printed).toHaveLength(21)
  expect(printed[0]).toBe('line 1, name: a business needs a name. Cure: fill in the name.')
  expect(printed[20]).toContain('--report')
})

test('a report that cannot be written is said before anything is read', () => {
  expect(() =>
    openReport(createCounts(), { locale: 'en', print: () => {}, file: '/nowhere/report.csv' }),
  ).toThrow('The report cannot be written')
})
