/** Published rows as the database's view gives them, with everything that an export must survive in their texts. */
import fc from 'fast-check'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import { RENT_CLASSES, SPACE_USES } from '#lib/core/domain/entry.ts'
import type { PublicEntryRow } from './rest-register.ts'

export const ROW_DISTRICTS = ['Opladen', 'Wiesdorf', 'Küppersteg'] as const

/** Quotes, separators, line breaks, formulas, right-to-left marks, a byte order mark, emoji. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.stringMatching(/^[=+@＝＋－＠;,"'\t\r\n ab\u200b\u202e\ufeff🎨-]{0,20}$/u),
)

const place = fc.option(
  fc.record({
    lng: fc.double({ min: 6.9, max: 7.1, noNaN: true }),
    lat: fc.double({ min: 51, max: 51.1, noNaN: true }),
  }),
  { freq: 5 },
)

/** Rows in the order of their ids. */
export function sampleRows(count: number, seed: number): PublicEntryRow[] {
  const row = fc.record({
    isSpace: fc.boolean(),
    name: hostileText,
    summary: hostileText,
    services: fc.array(hostileText, { maxLength: 3 }),
    district: fc.option(fc.constantFrom(...ROW_DISTRICTS)),
    at: place,
    disciplines: fc.uniqueArray(fc.constantFrom(...DISCIPLINES), { minLength: 1, maxLength: 3 }),
    use: fc.constantFrom(...SPACE_USES),
    area: fc.option(fc.integer({ min: 1, max: 5000 })),
    stepFree: fc.option(fc.boolean(), { freq: 3 }),
    availableFrom: fc.option(fc.constantFrom('1969-05-01', '2026-12-01', '2027-02-01', '2027-03-01')),
    rentClass: fc.option(fc.constantFrom(...RENT_CLASSES), { freq: 3 }),
    verified: fc.boolean(),
  })
  return fc.sample(row, { numRuns: count, seed }).map((it, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    kind: it.isSpace ? 'space' : 'business',
    slug: `entry-${index}`,
    name: it.name,
    summary: it.summary,
    services: it.services,
    website: null,
    address: null,
    district: it.district,
    lng: it.at?.lng ?? null,
    lat: it.at?.lat ?? null,
    disclosure: it.at ? 'exact' : 'district',
    disciplines: it.isSpace ? [] : it.disciplines,
    state: it.verified ? 'verified' : it.isSpace ? 'reported' : 'unverified',
    use: it.isSpace ? it.use : null,
    area_square_meters: it.isSpace ? it.area : null,
    step_free: it.isSpace ? it.stepFree : null,
    available_from: it.isSpace ? it.availableFrom : null,
    rent_class: it.isSpace ? it.rentClass : null,
    confirmed_on: '2026-05-01',
    confirmed_by: 'owner',
    source: 'Ein Verzeichnis',
    source_key: 'list',
    license: 'CC0-1.0',
    license_url: null,
    attribution: '',
  }))
}
