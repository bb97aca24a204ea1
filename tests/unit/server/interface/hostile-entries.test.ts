/** What people wrote, in every machine-readable form in which an entry is given out. */
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Entry } from '#lib/core/domain/fields/field-values.ts'
import { formatInlineJson } from '#lib/core/domain/json-ld.ts'
import { toPictureText } from '#lib/core/style/picture-text.ts'
import { formatCsvHead, formatCsvLine } from '#lib/server/interface/entries-csv.ts'
import { toEntryFeature } from '#lib/server/interface/entries-geojson.ts'
import { toEntryJsonLd } from '#lib/server/pages/entry-json-ld.ts'
import { HOSTILE_TEXTS } from '#tests/support/hostile-texts.ts'
import { SAMPLE_ENTRY } from '#tests/support/sample-entry.ts'

const entries = HOSTILE_TEXTS.map(
  (text): Entry => ({
    ...SAMPLE_ENTRY,
    name: text,
    summary: text,
    services: [text, text],
    address: text,
    district: text,
  }),
)
/** As a spreadsheet reads it that takes a text for a formula by its first sign. */
const RUNS = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u

test('there are 200 of them, each another', () => {
  expect(new Set(HOSTILE_TEXTS).size).toBe(200)
})

describe('CSV', () => {
  const file = formatCsvHead() + entries.map(formatCsvLine).join('')
  test('keeps one line for each entry', () => {
    expect(parse(file, { columns: true })).toHaveLength(200)
  })
  test('has no cell that runs, split at commas or at semicolons', () => {
    // A spreadsheet that splits at semicolons sees our quotes in the middle of a cell and does not heed them.
    const cells = [...parse(file).flat(), ...file.split(/[;\r\n\t]/)]
    expect(cells.length).toBeGreaterThan(5000)
    expect(cells.filter((cell) => RUNS.test(cell))).toEqual([])
  })
})

test('GeoJSON gives every text back as it was', () => {
  const back = JSON.parse(JSON.stringify(entries.map(toEntryFeature))) as { properties: Entry }[]
  expect(back.map(({ properties }) => properties.name)).toEqual(HOSTILE_TEXTS)
})

test('JSON-LD cannot leave its script element, and reads as it was', () => {
  for (const entry of entries) {
    const text = formatInlineJson(
      toEntryJsonLd(entry, { url: 'https://karte.example.org/x', city: 'L', country: 'DE' }),
    )
    expect(text).not.toContain('<')
    expect(JSON.parse(text)).toMatchObject({ name: entry.name, description: entry.summary })
  }
})

test('a picture has short lines of letters that can be drawn', () => {
  for (const text of HOSTILE_TEXTS) {
    const line = toPictureText(text, 60, 'Eintrag')
    expect(line.length).toBeLessThanOrEqual(60)
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Extended_Pictographic}]/u)
  }
})
