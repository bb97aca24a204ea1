/** JSON Schema 2020-12 as OpenAPI 3.1 uses it, and the schema of a field of the table. */
import type { FieldDefinition } from '#lib/core/domain/fields/field-definition.ts'
import { MAX_LINK_LENGTH, MAX_MAIL_LENGTH } from '#lib/core/domain/values/link-value.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

const UNIT_NAMES = { 'm²': 'square metres', m: 'metres', months: 'months', degrees: 'degrees' } as const

/** A field in an answer, or in a proposal: with its bounds, and null where it may be unknown. */
export function toFieldSchema(field: FieldDefinition, isNullable: boolean): JsonSchema {
  const { type, enum: codes, ...rest } = toValueSchema(field)
  return {
    type: isNullable ? [type, 'null'] : type,
    ...(Array.isArray(codes) && { enum: isNullable ? [...codes, null] : codes }),
    ...rest,
    description: describeField(field),
    examples: [field.example],
  }
}

export function toArray(items: JsonSchema): JsonSchema {
  return { type: 'array', items }
}

/** An object that has all of its properties, and may have others where a later version adds them. */
export function toObject(
  properties: Record<string, JsonSchema>,
  required = Object.keys(properties),
): JsonSchema {
  return { type: 'object', properties, ...(required.length > 0 && { required }) }
}

export function toReference(schema: string): JsonSchema {
  return { $ref: `#/components/schemas/${schema}` }
}

function describeField({ description, ...field }: FieldDefinition): string {
  return 'unit' in field && field.unit ? `${description} In ${UNIT_NAMES[field.unit]}.` : description
}

function toValueSchema(field: FieldDefinition): JsonSchema {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return { type: 'string', maxLength: field.maxLength }
    case 'list':
      return { ...toArray({ type: 'string', maxLength: field.maxLength }), maxItems: field.mostParts }
    case 'number':
      return { type: 'number', minimum: field.bounds[0], maximum: field.bounds[1] }
    case 'whole-number':
      return { type: 'integer', minimum: field.bounds[0], maximum: field.bounds[1] }
    case 'choice':
      return { type: 'string', enum: field.published?.choices ?? field.choices }
    case 'choices':
      return { ...toArray({ type: 'string', enum: field.choices }), uniqueItems: true }
    case 'yes-no':
      return { type: 'boolean' }
    case 'day':
      return { type: 'string', format: 'date' }
    case 'vague-day':
      return { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }
    case 'link':
      return { type: 'string', format: 'uri', maxLength: MAX_LINK_LENGTH }
    case 'mail':
      return { type: 'string', format: 'email', maxLength: MAX_MAIL_LENGTH }
  }
}
