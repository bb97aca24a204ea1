/** The form of a row of the table of fields: all that the house knows of one field of an entry, said once. */
import type { Kind } from '#lib/core/domain/entry.ts'
import type { Bounds } from '#lib/core/domain/values/number-value.ts'

/** Positions order what is shown. They leave gaps, so that a new field finds its place. */
type Position = number

/**
 * A field is named as its column. Its label is the message `entryFields.labels.<name>`. It may be changed by what it has a part for: by import,
 * proposal or staff. It is public where it has a part `published` or `card`.
 */
export type FieldDefinition = {
  name: string
  /** In answers, and in `Entry` and `SpaceFacts`. */
  key: string
  kinds: readonly Kind[]
  /** English sentence of the interface's description. */
  description: string
  /** As answers give it and programs propose it. */
  example: string | number | boolean | readonly string[]
  /** Never null: an empty text or list stands for nothing. */
  isAlwaysKnown?: true
  /** Column of a file that is imported. */
  importColumn?: string
  /** What an entry gets where the file does not say; otherwise nothing, or an empty text or list. */
  importDefault?: string | boolean
  published?: Published
  card?: Card
  proposal?: Proposal
  staff?: Staff
} & Value &
  Filtered

/** What a value is, and what it may be. */
type Value =
  | { type: 'text' | 'long-text'; maxLength: number }
  | { type: 'list'; mostParts: number; maxLength: number }
  | { type: 'number' | 'whole-number'; bounds: Bounds; unit?: Unit }
  /** `choiceNames` is the group of messages that names the choices for visitors. */
  | { type: 'choice' | 'choices'; choices: readonly string[]; choiceNames?: string }
  /** `precisionName` and `precisionKey` say whether day, month or year is known. */
  | { type: 'vague-day'; precisionName: string }
  | { type: 'day' | 'yes-no' | 'link' | 'mail' }
export type FieldType = Value['type']
export type Unit = 'm' | 'm²' | 'months' | 'degrees'

/** A column of the published view: in snapshot, lists, exports and answers. */
type Published = {
  /** Position among the columns of CSV; null for one that is not there. */
  csv: Position | null
  /** Where the view gives other codes than the column holds. */
  choices?: readonly string[]
  jsonLd?: {
    /** Of schema.org. */
    property: string
    /** Whether the property holds several values. */
    isList?: true
    kinds?: readonly Kind[]
  }
}

/** A fact that the card of a space shows. Fields may share a `row`, which is then named by the message `space.<row>`. */
type Card = { row: string; position: Position }

/** What visitors may propose. */
type Proposal = {
  /** In form and JSON, where it is another than the field's. */
  name?: string
  /** Its place among the further details of the form. The label is `propose.fields.<name>`, the hint `propose.fields.<name>Hint`. */
  form?: { position: Position; kinds?: readonly Kind[]; hasHint?: true; isWide?: true }
}

/** The form in which staff works on an entry; the hint is `entryFields.hints.<name>`. */
type Staff = { position: Position; isRequired?: true; isWide?: true; hasHint?: true }

/**
 * A condition that visitors may set on spaces. Its messages stand in `spaceFilter.fields.<condition>`. `letter` is its parameter in addresses of
 * pages, `parameter` that of the public interface. `column` is the column of the texts file that the scan reads; without one the points hold it.
 */
type Condition = { condition: string; letter: string; parameter: string; position: Position }
type Filtered =
  | { filter?: never }
  /** At least 0 must be out of bounds, because the column holds 0 where nothing is known. The interface asks by `min_` and `max_`. */
  | { type: 'number' | 'whole-number'; filter: Condition & RangeFilter }
  | { type: 'yes-no'; filter: Condition & { kind: 'flag'; column: string } }
  | { type: 'day'; filter: Condition & { kind: 'day-by'; column: string } }
  | { type: 'choice'; filter: Condition & ChoicesFilter }
type RangeFilter = { kind: 'range'; column: string; bounds: Bounds; decimals: number }
type ChoicesFilter = {
  kind: 'choices'
  column?: string
  /** Those that one may ask for; all, where they are not listed. */
  choices?: readonly string[]
  /** The group of messages that names them in a sentence, where it is another than `choiceNames`. */
  wordNames?: string
}
