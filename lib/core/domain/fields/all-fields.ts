/**
 * The table of fields: what an entry has is said here once. Importer, proposals, staff, difference, exports, description of the interface, card and
 * filter read it. A new field is one row here, one migration and its messages.
 */
import type { Kind } from '#lib/core/domain/entry.ts'
import { BUSINESS_FIELDS } from './business-fields.ts'
import { FEATURE_FIELDS } from './feature-fields.ts'
import type { FieldDefinition } from './field-definition.ts'
import { SHARED_HEAD_FIELDS, SHARED_TAIL_FIELDS } from './shared-fields.ts'
import { SPACE_FIELDS } from './space-fields.ts'

const TABLE = [
  ...SHARED_HEAD_FIELDS,
  ...BUSINESS_FIELDS,
  ...SPACE_FIELDS,
  ...FEATURE_FIELDS,
  ...SHARED_TAIL_FIELDS,
] as const

/** Any row, with all that is known of it. */
export type KnownField = (typeof TABLE)[number]

export const FIELDS: readonly FieldDefinition[] = TABLE

const BY_NAME = new Map(FIELDS.map((field) => [field.name, field]))

/** The field of a column; undefined for a column that is no field. */
export function findField(name: string): FieldDefinition | undefined {
  return BY_NAME.get(name)
}

export function isOfKind({ kinds }: Pick<FieldDefinition, 'kinds'>, kind: Kind): boolean {
  return kinds.includes(kind)
}

/** A field that has a part. */
export type FieldWith<Part extends keyof FieldDefinition> = FieldDefinition &
  Required<Pick<FieldDefinition, Part>>

/** The fields that have a part, in the order of the table. */
export function listFieldsWith<Part extends 'published' | 'card' | 'proposal' | 'staff' | 'importColumn'>(
  part: Part,
): readonly FieldWith<Part>[] {
  return FIELDS.filter((field): field is FieldWith<Part> => field[part] !== undefined)
}

/** What a field is called in a proposal. */
export function toProposedName({ name, proposal }: FieldWith<'proposal'>): string {
  return proposal.name ?? name
}
