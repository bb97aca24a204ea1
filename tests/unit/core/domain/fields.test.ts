/** The table of fields is whole: what it names exists, is named in both languages, and is named once. */
import { describe, expect, test } from 'vitest'
import { KINDS } from '#lib/core/domain/entry.ts'
import {
  FIELDS,
  findField,
  type KnownField,
  listFieldsWith,
  toProposedName,
} from '#lib/core/domain/fields/all-fields.ts'
import { FILTER_FIELDS } from '#lib/core/domain/fields/filter-fields.ts'
import { readField } from '#lib/core/domain/fields/read-field.ts'
import { SPACE_FEATURES } from '#lib/core/domain/space-facts.ts'
import { CONDITIONS } from '#lib/core/geo/select/conditions.ts'
import de from '#lib/core/i18n/messages/de.json' with { type: 'json' }
import en from '#lib/core/i18n/messages/en.json' with { type: 'json' }
import { entryForm } from '#lib/server/moderation/entry-form.ts'
import type { Database } from '#lib/server/supabase/database.types.ts'

type Tables = Database['public']['Tables']
type Columns<Row> = keyof Row & string
type FieldColumn = KnownField['name'] | Extract<KnownField, { precisionName: string }>['precisionName']
/** What the register keeps of an entry for itself. */
type OwnColumn =
  | 'status'
  | 'created_at'
  | 'updated_at'
  | 'location'
  | 'public_location'
  | 'public_address'
  | 'district_id'
  | 'public_district_id'
  | 'blur_bearing_degrees'
  | 'blur_distance_meters'
type Missing = {
  published: Exclude<
    Columns<Database['public']['Views']['entries']['Row']>,
    Extract<KnownField, { published: object }>['name']
  >
  businesses: Exclude<Columns<Tables['businesses']['Row']>, FieldColumn | OwnColumn>
  spaces: Exclude<Columns<Tables['spaces']['Row']>, FieldColumn | OwnColumn>
  withoutColumn: Exclude<
    KnownField['name'],
    | Columns<Tables['businesses']['Row']>
    | Columns<Tables['spaces']['Row']>
    | Columns<Database['public']['Views']['entries']['Row']>
  >
}
/** The compiler refuses this where a column is no field, or a field has no column. */
const missing: { [Part in keyof Missing]: [Missing[Part]] extends [never] ? 0 : Missing[Part] } = {
  published: 0,
  businesses: 0,
  spaces: 0,
  withoutColumn: 0,
}

/** The letters of addresses that are no condition's: of the filter, the camera, the list and the page of planning. */
const OTHER_LETTERS = [...'dksrvqcoamhilwx', 'eps', 'min', 'chance', 'show', 't']

const words = { de, en }
function readMessage(locale: 'de' | 'en', key: string): unknown {
  const find = (group: unknown, part: string) =>
    typeof group === 'object' && group !== null ? (group as Record<string, unknown>)[part] : undefined
  return key.split('.').reduce<unknown>(find, words[locale])
}
const isMissing = (key: string) =>
  (['de', 'en'] as const).some((locale) => typeof readMessage(locale, key) !== 'string')

const isUnique = (values: readonly (string | number)[]) => expect(values).toEqual([...new Set(values)])

test('every column of the register is a field, and every field is a column', () =>
  expect(missing).toEqual({ published: 0, businesses: 0, spaces: 0, withoutColumn: 0 }))

test('names, keys, letters, parameters and conditions are unique', () => {
  isUnique(FIELDS.map(({ name }) => name))
  isUnique(FIELDS.map(({ key }) => key))
  for (const { name } of FIELDS) expect(findField(name)?.name).toBe(name)
  isUnique([...OTHER_LETTERS, ...FILTER_FIELDS.map(({ letter }) => letter)])
  isUnique(FILTER_FIELDS.map(({ parameter }) => parameter))
  isUnique(listFieldsWith('proposal').map(toProposedName))
  isUnique(CONDITIONS)
  isUnique(FILTER_FIELDS.flatMap(({ column }) => column ?? []))
  // Two bits each.
  expect(CONDITIONS.length).toBeLessThanOrEqual(16)
})

test('positions in an order are unique', () => {
  isUnique(listFieldsWith('published').flatMap(({ published: { csv } }) => csv ?? []))
  isUnique(FILTER_FIELDS.map(({ position }) => position))
  for (const kind of KINDS) {
    const of = <Row extends { kinds: readonly string[] }>(fields: readonly Row[]) =>
      fields.filter(({ kinds }) => kinds.includes(kind))
    isUnique(of(listFieldsWith('staff')).map(({ staff }) => staff.position))
    isUnique(of(listFieldsWith('proposal')).flatMap(({ proposal: { form } }) => form?.position ?? []))
  }
})

describe('each label exists in both languages', () => {
  test('of the form of staff', () => {
    const specs = KINDS.flatMap(entryForm)
    const keys = specs.flatMap(({ name, hasHint }) => [
      `entryFields.labels.${name}`,
      ...(hasHint ? [`entryFields.hints.${name}`] : []),
    ])
    expect(keys.filter(isMissing)).toEqual([])
    const labelled = FIELDS.filter(({ proposal, staff, importColumn }) => proposal ?? staff ?? importColumn)
    const OF_THE_FILE = ['kind']
    expect(
      labelled
        .filter(({ name }) => !OF_THE_FILE.includes(name))
        .map(({ name }) => `entryFields.labels.${name}`)
        .filter(isMissing),
    ).toEqual([])
  })

  test('of the form for proposals', () => {
    const keys = listFieldsWith('proposal').flatMap((field) => {
      const name = toProposedName(field)
      const { form } = field.proposal
      return form ? [`propose.fields.${name}`, ...(form.hasHint ? [`propose.fields.${name}Hint`] : [])] : []
    })
    expect(keys.length).toBeGreaterThan(10)
    expect(keys.filter(isMissing)).toEqual([])
  })

  test('of the card', () => {
    const rows = listFieldsWith('card').map(({ card }) => card.row)
    const keys = rows.flatMap((row) => (row === 'features' ? ['space.has', 'space.lacks'] : [`space.${row}`]))
    expect(keys.filter(isMissing)).toEqual([])
    expect(SPACE_FEATURES.map((key) => `space.features.${key}`).filter(isMissing)).toEqual([])
  })

  test('of the filter', () => {
    const keys = FILTER_FIELDS.flatMap((field): string[] => {
      const group = `spaceFilter.fields.${field.condition}`
      switch (field.kind) {
        case 'range':
          return ['label', 'fromLabel', 'toLabel', 'words.from', 'words.to', 'words.fromTo'].map(
            (name) => `${group}.${name}`,
          )
        case 'choices':
          return [
            `${group}.label`,
            ...field.choices.flatMap((code) => [
              `${field.choiceNames}.${code}`,
              `${field.wordNames}.${code}`,
            ]),
          ]
        default:
          return [`${group}.label`, `${group}.words`]
      }
    })
    expect(keys.filter(isMissing)).toEqual([])
  })
})

test('the example of each field is what its reader takes', () => {
  for (const field of FIELDS) expect(readField(field, field.example)[field.name], field.name).not.toBeNull()
})

test('a filter of numbers leaves out 0, which stands for what nobody has said', () => {
  const ranges = FILTER_FIELDS.flatMap((field) => (field.kind === 'range' ? [field] : []))
  expect(ranges.length).toBeGreaterThan(0)
  for (const { bounds, field } of ranges) {
    expect(bounds[0]).toBeGreaterThan(0)
    expect('bounds' in field && field.bounds[0]).toBeGreaterThan(0)
  }
})
