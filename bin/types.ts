/**
 * `npm run types`: writes lib/supabase/database.types.ts from the catalogue of a fresh database with all migrations,
 * in the form that supabase-js expects. A test compares the file with the catalogue, so that it cannot drift.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '#supabase/embedded/app.ts'
import { type Database, openPglite } from '#supabase/embedded/database.ts'
import { migrate } from '#supabase/embedded/migrate.ts'
import { generateSecrets } from '#supabase/embedded/secrets.ts'
import { ROOT } from './lanes.ts'

const FILE = join(ROOT, 'lib/supabase/database.types.ts')

type Column = {
  relation: string
  is_view: boolean
  name: string
  type: string
  nullable: boolean
  optional: boolean
  generated: boolean
}
type Argument = { name: string; type: string; optional: boolean }
type Routine = { name: string; returns: string; returns_set: boolean; arguments: Argument[] }
type ForeignKey = {
  relation: string
  name: string
  columns: string[]
  target: string
  target_columns: string[]
}

const COLUMNS = `
  select c.relname as relation, c.relkind = 'v' as is_view, a.attname as name,
    format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
    not a.attnotnull or a.atthasdef or a.attidentity <> '' as optional,
    a.attidentity = 'a' or a.attgenerated <> '' as generated
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attname`

const FOREIGN_KEYS = `
  select c.relname as relation, k.conname as name, t.relname as target,
    array(select a.attname::text from unnest(k.conkey) n join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n) as columns,
    array(select a.attname::text from unnest(k.confkey) n join pg_attribute a on a.attrelid = k.confrelid and a.attnum = n) as target_columns
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
  where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and t.relnamespace = 'public'::regnamespace
  order by c.relname, k.conname`

const ROUTINES = `
  select p.proname as name, format_type(p.prorettype, null) as returns, p.proretset as returns_set,
    coalesce((select jsonb_agg(jsonb_build_object('name', p.proargnames[i], 'type', format_type(t.oid, null),
      'optional', i > p.pronargs - p.pronargdefaults) order by i)
      from unnest(p.proargtypes::oid[]) with ordinality as t (oid, i)), '[]') as arguments
  from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
    and p.prorettype <> 'trigger'::regtype order by p.proname`

/** Reads the catalogue of a migrated database and returns the module's text. */
export async function generateTypes(database: Database): Promise<string> {
  const columns = await database.query<Column>(COLUMNS)
  const keys = await database.query<ForeignKey>(FOREIGN_KEYS)
  const routines = await database.query<Routine>(ROUTINES)
  const relations = (isView: boolean) =>
    [...new Set(columns.filter((column) => column.is_view === isView).map((column) => column.relation))].map(
      (name) =>
        formatRelation(
          name,
          columns.filter((column) => column.relation === name),
          keys.filter((key) => key.relation === name),
        ),
    )
  return [
    '/** Generated from the catalogue by `npm run types`; edit the migrations instead. */',
    'export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]',
    '',
    'export type Database = {',
    '  public: {',
    ...block('Tables', relations(false)),
    ...block('Views', relations(true)),
    ...block('Functions', routines.map(formatRoutine)),
    '    Enums: Record<never, never>',
    '    CompositeTypes: Record<never, never>',
    '  }',
    '}',
    '',
  ].join('\n')
}

function block(name: string, members: string[][]): string[] {
  if (members.length === 0) return [`    ${name}: Record<never, never>`]
  return [`    ${name}: {`, ...members.flat(), '    }']
}

function formatRelation(name: string, columns: Column[], keys: ForeignKey[]): string[] {
  const isView = columns[0]?.is_view ?? false
  const members = (optional: (column: Column) => boolean, chosen = columns) =>
    chosen.map(
      (column) =>
        `          ${column.name}${optional(column) ? '?' : ''}: ${toType(column.type)}${column.nullable ? ' | null' : ''}`,
    )
  const writable = columns.filter((column) => !column.generated)
  return [
    `      ${name}: {`,
    '        Row: {',
    ...members(() => false),
    '        }',
    ...(isView
      ? []
      : [
          '        Insert: {',
          ...members((column) => column.optional, writable),
          '        }',
          '        Update: {',
          ...members(() => true, writable),
          '        }',
        ]),
    ...(keys.length === 0
      ? ['        Relationships: []']
      : ['        Relationships: [', ...keys.flatMap(formatForeignKey), '        ]']),
    '      }',
  ]
}

function formatForeignKey(key: ForeignKey): string[] {
  const list = (names: string[]) => `[${names.map((name) => `'${name}'`).join(', ')}]`
  return [
    '          {',
    `            foreignKeyName: '${key.name}'`,
    `            columns: ${list(key.columns)}`,
    '            isOneToOne: false',
    `            referencedRelation: '${key.target}'`,
    `            referencedColumns: ${list(key.target_columns)}`,
    '          },',
  ]
}

function formatRoutine(routine: Routine): string[] {
  const members = routine.arguments.map(
    ({ name, type, optional }) => `${name}${optional ? '?' : ''}: ${toType(type)}`,
  )
  const args = members.length === 0 ? 'Record<never, never>' : `{ ${members.join('; ')} }`
  return [
    `      ${routine.name}: {`,
    `        Args: ${args}`,
    `        Returns: ${toType(routine.returns)}${routine.returns_set ? '[]' : ''}`,
    '      }',
  ]
}

/** PostgreSQL's type as JSON brings it over the wire. */
function toType(type: string): string {
  if (type.endsWith('[]')) return `${toType(type.slice(0, -2))}[]`
  if (type === 'boolean') return 'boolean'
  if (type === 'json' || type === 'jsonb') return 'Json'
  if (type === 'void') return 'undefined'
  if (/^(smallint|integer|bigint|numeric|real|double precision)$/.test(type)) return 'number'
  return /geography|geometry/.test(type) ? 'unknown' : 'string'
}

if (import.meta.main) {
  const database = await openPglite(undefined)
  await migrate(database, createApp(database, generateSecrets()))
  const text = await generateTypes(database)
  await database.close()
  if (!process.argv.includes('--check')) writeFileSync(FILE, text)
  else if (readFileSync(FILE, 'utf8') !== text) {
    console.error('lib/supabase/database.types.ts differs from the catalogue: run `npm run types`.')
    process.exitCode = 1
  }
}
