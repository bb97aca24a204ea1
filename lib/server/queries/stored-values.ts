/** Columns of an entry or a proposal as the database's functions give them: JSON as text. */
import { z } from 'zod'

/** A value of an entry's column, as JSON has it. */
export type StoredValue = string | number | boolean | null | readonly string[]
export type StoredValues = Readonly<Record<string, StoredValue>>

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const values = z.record(z.string(), z.unknown()).transform((all) =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, one]) => {
      const read = value.safeParse(one)
      return read.success ? [[name, read.data] as const] : []
    }),
  ),
)

/** Columns that hold anything else (places in binary form) are left out. */
export function parseStoredValues(json: string): StoredValues {
  return values.parse(JSON.parse(json))
}
