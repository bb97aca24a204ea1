/** What is known of one space, asked of the database when its card is opened: tens of facts that neither map nor list needs. */
import { SPACE_STATES } from '#lib/core/domain/entry.ts'
import { type FieldWith, listFieldsWith } from '#lib/core/domain/fields/all-fields.ts'
import type { SpaceFacts } from '#lib/core/domain/space-facts.ts'
import { DAY_PRECISIONS } from '#lib/core/domain/values/day-value.ts'
import type { AnonClient } from '#lib/server/supabase/anon-client.ts'

const FIELDS = listFieldsWith('card')
const COLUMNS = [
  'id',
  ...FIELDS.flatMap((field) => (field.type === 'vague-day' ? [field.name, field.precisionName] : field.name)),
].join(', ')
const MAX_STEPS = 50

type Row = Readonly<Record<string, unknown>> & { id: string }

/** Null for a space that is not published; throws when the database does not answer. */
export async function readSpaceFacts(client: AnonClient, slug: string): Promise<SpaceFacts | null> {
  const { data, error } = await client
    .from('spaces')
    .select(COLUMNS)
    .eq('slug', slug)
    .maybeSingle()
    .overrideTypes<Row, { merge: false }>()
  if (error) throw new Error(`The space cannot be read: ${error.message}`)
  return data && { ...toFacts(data), history: await readHistory(client, data.id) }
}

function toFacts(row: Row): Omit<SpaceFacts, 'history'> {
  const pick = (isFeature: boolean) =>
    Object.fromEntries(
      FIELDS.filter(({ card }) => (card.row === 'features') === isFeature).map((field) => [
        field.key,
        toFact(field, row),
      ]),
    )
  return { ...pick(false), features: pick(true) } as Omit<SpaceFacts, 'history'>
}

/** Null where nobody has said, and for a code of a newer database. */
function toFact(field: FieldWith<'card'>, row: Row): unknown {
  const value = row[field.name] ?? null
  if (field.type === 'choice') return field.choices.find((code) => code === value) ?? null
  if (field.type !== 'vague-day') return value
  const precision = DAY_PRECISIONS.find((known) => known === row[field.precisionName])
  return value !== null && precision ? { day: value, precision } : null
}

async function readHistory(client: AnonClient, id: string): Promise<SpaceFacts['history']> {
  const { data, error } = await client
    .from('space_states')
    .select('state, since')
    .eq('space_id', id)
    .order('id')
    .limit(MAX_STEPS)
  if (error) throw new Error(`The space's life cannot be read: ${error.message}`)
  return data.flatMap(({ state, since }) => {
    const known = SPACE_STATES.find((candidate) => candidate === state)
    return known ? [{ state: known, since }] : []
  })
}
