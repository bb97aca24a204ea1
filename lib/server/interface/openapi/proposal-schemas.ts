/** Proposals as programs send them and see them again, made from the table of fields. */
import { KINDS } from '#lib/core/domain/entry.ts'
import { isOfKind, listFieldsWith, toProposedName } from '#lib/core/domain/fields/all-fields.ts'
import {
  MAX_ALT_TEXT_LENGTH,
  MAX_AUTHOR_LENGTH,
  MAX_PHOTOS,
  PHOTO_FIELDS,
  PHOTO_LICENSES,
} from '#lib/core/domain/photo.ts'
import { MAX_NOTE_LENGTH, PROPOSAL_STATES, PROPOSAL_TYPES } from '#lib/core/domain/proposal.ts'
import { MAX_MAIL_LENGTH } from '#lib/core/domain/values/link-value.ts'
import { LOCALES } from '#lib/core/i18n/routing.ts'
import { type JsonSchema, toFieldSchema, toObject } from './json-schema.ts'

const PROPOSED = Object.fromEntries(
  listFieldsWith('proposal').map((field) => {
    const { description, ...schema } = toFieldSchema(field, false)
    const [only] = KINDS.filter((kind) => isOfKind(field, kind))
    const isOfOne = field.kinds.length === 1
    return [
      toProposedName(field),
      { ...schema, description: isOfOne ? `${description} Of a ${only} only.` : description },
    ]
  }),
)

const ENVELOPE = {
  type: { type: 'string', enum: PROPOSAL_TYPES, default: 'new', description: 'What is proposed.' },
  kind: { type: 'string', enum: KINDS, default: 'space', description: 'Of which kind the entry is.' },
  target: {
    type: 'string',
    maxLength: 120,
    description: 'The slug of the entry; needed unless it is a new one.',
  },
  lng: { type: 'number', minimum: -180, maximum: 180, description: 'Longitude in WGS 84.' },
  lat: { type: 'number', minimum: -90, maximum: 90, description: 'Latitude in WGS 84.' },
  address: { type: 'string', maxLength: 300, description: 'A new entry needs a place or an address.' },
  is_offerer: {
    type: 'boolean',
    description: 'Whether the sender offers the space; then a mail address is needed.',
  },
  note: { type: 'string', maxLength: MAX_NOTE_LENGTH, description: 'An objection needs one.' },
  contact_name: { type: 'string', maxLength: 200, description: 'Never published.' },
  contact_email: {
    type: 'string',
    format: 'email',
    maxLength: MAX_MAIL_LENGTH,
    description: 'Never published.',
  },
  locale: { type: 'string', enum: LOCALES, default: 'de', description: 'The language of answers and mails.' },
  proof: {
    type: 'string',
    maxLength: 4000,
    description:
      'The solved challenge, as base64 of JSON. Without one, a mail address is needed and asked to confirm.',
  },
} as const satisfies Record<string, JsonSchema>

const PHOTOS = Object.fromEntries(
  PHOTO_FIELDS.flatMap(({ id, author, license, alt }): [string, JsonSchema][] => [
    [
      id,
      {
        type: 'string',
        format: 'uuid',
        description: `As the address for photos gave it; at most ${MAX_PHOTOS}.`,
      },
    ],
    [author, { type: 'string', maxLength: MAX_AUTHOR_LENGTH }],
    [license, { type: 'string', enum: PHOTO_LICENSES }],
    [alt, { type: 'string', maxLength: MAX_ALT_TEXT_LENGTH }],
  ]),
)

export const PROPOSAL_SCHEMAS = {
  Proposal: {
    ...toObject({ ...ENVELOPE, ...PROPOSED, ...PHOTOS }, []),
    additionalProperties: false,
    description: 'Only what is filled in changes. Unknown properties are refused.',
  },
  TakenProposal: toObject(
    {
      reference: { type: 'string', pattern: '^KZ-[0-9A-Z]{4}-[0-9A-Z]{4}$' },
      status_url: { type: 'string', format: 'uri', description: 'Where its sender sees how it stands.' },
      awaits_confirmation: {
        type: 'boolean',
        description: 'Whether a link was mailed that has to be followed first.',
      },
      question: { type: 'string', description: 'What to look at again, such as a place outside the city.' },
    },
    ['reference', 'status_url', 'awaits_confirmation'],
  ),
  ProposalStatus: toObject({
    reference: { type: 'string' },
    type: { type: 'string', enum: PROPOSAL_TYPES },
    kind: { type: 'string', enum: KINDS },
    state: { type: 'string', enum: PROPOSAL_STATES },
    awaits_confirmation: { type: 'boolean' },
    answer: { type: 'string' },
    question: { type: 'string' },
    created_at: { type: 'string', format: 'date-time' },
    answered_at: { type: ['string', 'null'], format: 'date-time' },
    entry_slug: { type: ['string', 'null'], description: 'Of the entry that came of it.' },
  }),
  TakenPhoto: toObject({ photo: { type: 'string', format: 'uuid' } }),
  Challenge: toObject({
    parameters: { type: 'object', description: 'Of an ALTCHA challenge, PBKDF2 with SHA-256.' },
    signature: { type: 'string' },
  }),
} as const

export const PROPOSAL_EXAMPLE = {
  type: 'new',
  kind: 'space',
  use: 'shop',
  lng: 7.00612,
  lat: 51.06634,
  area_m2: 40,
  note: 'Steht leer.',
  contact_email: 'name@example.org',
}
export const TAKEN_EXAMPLE = {
  reference: 'KZ-7F3K-9QXA',
  status_url: 'https://karte.example/de/proposals/KZ-7F3K-9QXA?token=secret',
  awaits_confirmation: true,
}
export const STATUS_EXAMPLE = {
  reference: 'KZ-7F3K-9QXA',
  type: 'new',
  kind: 'space',
  state: 'received',
  awaits_confirmation: false,
  answer: '',
  question: '',
  created_at: '2026-11-24T10:00:00.000Z',
  answered_at: null,
  entry_slug: null,
}
