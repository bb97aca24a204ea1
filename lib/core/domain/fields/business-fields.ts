/** The fields of businesses alone. */
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'
import type { FieldDefinition } from './field-definition.ts'

export const BUSINESS_FIELDS = [
  {
    name: 'disciplines',
    key: 'disciplines',
    kinds: ['business'],
    type: 'choices',
    choices: DISCIPLINES,
    choiceNames: 'disciplines',
    isAlwaysKnown: true,
    importColumn: 'disciplines',
    description: 'Its disciplines, the primary one first; none for a space.',
    example: ['design', 'art'],
    published: { csv: 50 },
    proposal: {},
    staff: { position: 90, isRequired: true },
  },
  {
    name: 'verified',
    key: 'verified',
    kinds: ['business'],
    type: 'yes-no',
    importColumn: 'verified',
    importDefault: false,
    description: 'Whether somebody has verified it.',
    example: true,
    staff: { position: 100 },
  },
] as const satisfies readonly FieldDefinition[]
