import { expect, test } from 'vitest'
import type { CatalogueColumn, DatabaseCatalogue } from '#supabase/catalogue.ts'
import { formatDatabaseTypes } from '#supabase/format-types.ts'

const column = (name: string, type: string, more: Partial<CatalogueColumn> = {}): CatalogueColumn => ({
  name,
  type,
  nullable: false,
  has_default: false,
  always_generated: false,
  ...more,
})

const CATALOGUE: DatabaseCatalogue = {
  relations: [
    {
      name: 'cats',
      kind: 'table',
      columns: [
        column('id', 'int8', { has_default: true, always_generated: true }),
        column('names', '_text'),
        column('place', 'geography', { nullable: true }),
      ],
      relationships: [
        { name: 'cats_owner', columns: ['owner'], unique: true, target: 'owners', target_columns: ['id'] },
      ],
    },
    { name: 'shown', kind: 'view', columns: [column('id', 'int8')], relationships: [] },
  ],
  procedures: [
    {
      name: 'cats_near',
      args: [
        { name: 'meters', type: 'float8', mode: 'in', has_default: false },
        { name: 'kind', type: 'text', mode: 'in', has_default: true },
      ],
      returns: 'cats',
      returns_set: true,
      returns_relation: true,
    },
    { name: 'reset', args: [], returns: 'void', returns_set: false, returns_relation: false },
  ],
}

const types = formatDatabaseTypes(CATALOGUE).replaceAll(/\s+/g, ' ')

test('generated columns cannot be given, nullable ones need not be', () => {
  expect(types).toContain('Row: { id: number names: string[] place: unknown | null }')
  expect(types).toContain('Insert: { id?: never names: string[] place?: unknown | null }')
  expect(types).toContain('Update: { id?: never names?: string[] place?: unknown | null }')
})

test('views cannot be written, and any of their columns may be null', () => {
  expect(types).toContain('shown: { Row: { id: number | null } Relationships: [] }')
})

test('relationships and functions are told as supabase-js reads them', () => {
  expect(types).toContain("foreignKeyName: 'cats_owner' columns: ['owner'] isOneToOne: true")
  expect(types).toContain(
    "Args: { meters: number kind?: string } Returns: Database['public']['Tables']['cats']['Row'][]",
  )
  expect(types).toContain('reset: { Args: never Returns: undefined }')
})
