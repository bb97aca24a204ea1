/** Writes a catalogue as the TypeScript type that supabase-js expects, in the shape of `supabase gen types` (which needs Docker). */
import type { CatalogueColumn, DatabaseCatalogue, Procedure, Relation } from './catalogue.ts'

const HEAD = `// Written by \`npm run types\` from the migrations; do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

`

const SCALARS: Record<string, string> = {
  bool: 'boolean',
  json: 'Json',
  jsonb: 'Json',
  void: 'undefined',
  ...Object.fromEntries(
    ['int2', 'int4', 'int8', 'float4', 'float8', 'numeric'].map((type) => [type, 'number']),
  ),
  ...Object.fromEntries(
    [
      'text',
      'varchar',
      'bpchar',
      'uuid',
      'date',
      'time',
      'timetz',
      'timestamp',
      'timestamptz',
      'interval',
      'bytea',
    ].map((type) => [type, 'string']),
  ),
}

/** The whole file; the same catalogue always gives the same text. */
export function formatDatabaseTypes({ relations, procedures }: DatabaseCatalogue): string {
  const of = (kind: Relation['kind']) =>
    relations.filter((relation) => relation.kind === kind).map((relation) => formatRelation(relation))
  const schema = [
    `    Tables: ${block(of('table'), 2)}`,
    `    Views: ${block(of('view'), 2)}`,
    `    Functions: ${block(procedures.map(formatProcedure), 2)}`,
    '    Enums: { [_ in never]: never }',
    '    CompositeTypes: { [_ in never]: never }',
  ]
  return `${HEAD}export type Database = {
  __InternalSupabase: { PostgrestVersion: '12' }
  public: {
${schema.join('\n')}
  }
}
`
}

function formatRelation({ name, kind, columns, relationships }: Relation): string {
  const parts = [
    `Row: ${block(
      columns.map((column) => `${column.name}: ${typeOfColumn(column, kind)}`),
      4,
    )}`,
  ]
  if (kind === 'table') {
    parts.push(
      `Insert: ${block(
        columns.map((column) => formatInput(column, isOptional(column))),
        4,
      )}`,
    )
    parts.push(
      `Update: ${block(
        columns.map((column) => formatInput(column, true)),
        4,
      )}`,
    )
  }
  const links = relationships.map((link) =>
    block(
      [
        `foreignKeyName: '${link.name}'`,
        `columns: [${link.columns.map((column) => `'${column}'`).join(', ')}]`,
        `isOneToOne: ${link.unique}`,
        `referencedRelation: '${link.target}'`,
        `referencedColumns: [${link.target_columns.map((column) => `'${column}'`).join(', ')}]`,
      ],
      5,
    ),
  )
  const indent = '  '.repeat(5)
  parts.push(
    `Relationships: [${links.map((link) => `\n${indent}${link},`).join('')}${links.length ? `\n${'  '.repeat(4)}` : ''}]`,
  )
  return `${name}: ${block(parts, 3)}`
}

/** A view does not know which of its columns are never null; like Supabase's generator, all may be. */
function typeOfColumn({ type, nullable }: CatalogueColumn, kind: Relation['kind']): string {
  return nullable || kind === 'view' ? `${toTypeScript(type)} | null` : toTypeScript(type)
}

function formatInput(column: CatalogueColumn, optional: boolean): string {
  const type = column.always_generated ? 'never' : typeOfColumn(column, 'table')
  return `${column.name}${optional ? '?' : ''}: ${type}`
}

function isOptional({ nullable, has_default, always_generated }: CatalogueColumn): boolean {
  return nullable || has_default || always_generated
}

function formatProcedure({ name, args, returns, returns_set, returns_relation }: Procedure): string {
  const inputs = args.filter(({ mode }) => mode === 'in')
  const columns = args.filter(({ mode }) => mode !== 'in')
  const one = returns_relation
    ? `Database['public']['Tables']['${returns}']['Row']`
    : columns.length > 0
      ? block(
          columns.map((column) => `${column.name}: ${toTypeScript(column.type)}`),
          4,
        )
      : toTypeScript(returns)
  const given =
    inputs.length > 0
      ? block(
          inputs.map((input) => `${input.name}${input.has_default ? '?' : ''}: ${toTypeScript(input.type)}`),
          4,
        )
      : 'never'
  return `${name}: ${block([`Args: ${given}`, `Returns: ${one}${returns_set ? '[]' : ''}`], 3)}`
}

/** TypeScript's name of a PostgreSQL type as it comes over the interface; geometry and the like stay unknown. */
function toTypeScript(type: string): string {
  if (type.startsWith('_')) return `${toTypeScript(type.slice(1))}[]`
  return SCALARS[type] ?? 'unknown'
}

function block(lines: string[], depth: number): string {
  if (lines.length === 0) return '{ [_ in never]: never }'
  const indent = '  '.repeat(depth + 1)
  return `{\n${lines.map((line) => `${indent}${line}`).join('\n')}\n${'  '.repeat(depth)}}`
}
