/** The built-in table from OpenStreetMap tags to what stands on the map; its condition columns are read once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { DISCIPLINES } from '#lib/core/domain/discipline.ts'

const line = z.object({
  osm_tag: z.string().regex(/^[^=]+=[^=]+$/),
  condition: z.string(),
  entry: z.enum(['business', 'space', 'context']),
  discipline: z.union([z.enum(DISCIPLINES), z.literal('')]),
  confidence: z.enum(['high', 'review', '']),
})

export type OsmRule = {
  /** Place in the table. */
  nth: number
  key: string
  value: string
  condition: { key: string; values: string[] } | null
  entry: 'business' | 'space' | 'context'
  discipline: (typeof DISCIPLINES)[number] | null
  review: boolean
}

const text = readFileSync(join(import.meta.dirname, 'tables/osm-disciplines.csv'), 'utf8')

export const OSM_RULES: readonly OsmRule[] = z
  .array(line)
  .parse(parse(text, { columns: true }))
  .map(({ osm_tag, condition, entry, discipline, confidence }, nth) => {
    const [key = '', value = ''] = osm_tag.split('=')
    const [asked, values] = condition.split('=')
    return {
      nth,
      key,
      value,
      condition: asked && values ? { key: asked, values: values.split('|') } : null,
      entry,
      discipline: discipline || null,
      review: confidence === 'review',
    }
  })
