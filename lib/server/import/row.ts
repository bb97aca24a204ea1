/**
 * What travels through an import: a raw row from a reader, a draft once a profile has said what it is, an entry row once every
 * field is checked. Faults carry row, field and cure, so that anyone who reads them can mend the file.
 */
import type { Discipline } from '#lib/core/domain/discipline.ts'
import type { Kind, SpaceUse } from '#lib/core/domain/entry.ts'
import { listFieldsWith } from '#lib/core/domain/fields/all-fields.ts'
import type { ImportColumn, ImportedColumns } from '#lib/core/domain/fields/field-values.ts'
import { formatImportMessage } from './format-import-message.ts'
import { type ImportMessage, type NamedIn, type Text, toImportMessage } from './import-messages.ts'

/** A row as it stands in the file; `at` names it for people ("line 12", "node/123"). */
export type RawRow = {
  at: Text
  id?: string
  fields: Record<string, string>
  /** Coordinates of the file's geometry, in its own projection; absent where columns hold them. */
  position?: [x: number, y: number] | null
  /** The coordinates of a GeoJSON polygon or multipolygon as those of a multipolygon, unchecked; for districts. */
  polygons?: unknown
  /** The reader could not make sense of this row. */
  fault?: RowFault
}

/** Columns that say more than one field, or are read into others. */
const FILE_COLUMNS = [
  'id',
  'street',
  'house_number',
  'postcode',
  'place',
  'wz2008',
  'wz2025',
  'category',
] as const

export type Column = (typeof FILE_COLUMNS)[number] | ImportColumn

/** Columns that the profile `csv` knows and that a JSON profile maps to. */
export const COLUMNS: readonly Column[] = [
  ...FILE_COLUMNS,
  ...listFieldsWith('importColumn').map(({ importColumn }) => importColumn as ImportColumn),
]

/** What a profile made of a row: its kind and disciplines are known, its texts are not checked yet. */
export type Draft = {
  kind: Kind
  disciplines: Discipline[]
  wzCodes: string[]
  /** A moderator decides. */
  review: boolean
  texts: Partial<Record<Column, string>>
  use?: SpaceUse
}

export type Skip = { skip: ImportMessage }

/** One row for `import_batch`; names as in the database. */
export type EntryRow = ImportedColumns & {
  ref: string
  hash: string
  review: boolean
  matches_by_name: boolean
  slug: string
  wz_codes: string[]
}

/** Whatever is refused, as a code with its values, so that each reader can be told; `message` is the English sentence, for logs. */
export class Fault extends Error {
  readonly importMessage: ImportMessage
  constructor(importMessage: ImportMessage, options?: ErrorOptions) {
    super(formatImportMessage('en', importMessage), options)
    this.importMessage = importMessage
  }
}

/** What an error says; of one that is none of ours, that it came unexpected. */
export function toFaultMessage(error: unknown): ImportMessage {
  return error instanceof Fault
    ? error.importMessage
    : toImportMessage('runs.unexpected', { detail: (error as Error).message })
}

/** What stands behind an error; what others say is quoted. */
export function toReason(error: unknown): Text {
  return error instanceof Fault ? error.importMessage : (error as Error).message
}

/** One row cannot come in; the others can. `field` is its column, or a word for all of it. */
export class RowFault extends Fault {
  readonly field: Text
  constructor(field: Text, ...[name, values]: NamedIn<'rows'>) {
    super({ code: `rows.${name}`, values: values ?? {} })
    this.field = field
  }
}

/** The file cannot be read on from here: what was read stays in, the rest does not come. */
export class FileFault extends Fault {
  constructor(...[name, values]: NamedIn<'files'>) {
    super({ code: `files.${name}`, values: values ?? {} })
  }
}
