/**
 * The city as configuration: what its JSON file must hold. Positions are degrees (WGS 84), boxes
 * `[west, south, east, north]`, distances metres.
 */
import { z } from 'zod'

const lng = z.number().min(-180).max(180)
const lat = z.number().min(-85).max(85)
const box = z
  .tuple([lng, lat, lng, lat])
  .refine(([west, south, east, north]) => west < east && south < north, 'expected [west, south, east, north]')

/** A public body to which people can turn. */
const body = z.strictObject({
  name: z.string().min(1),
  website: z.url({ protocol: /^https?$/, error: 'expected an address such as https://example.org' }),
})

const citySchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/, 'use lower-case letters, digits and hyphens'),
  name: z.strictObject({ de: z.string().min(1), en: z.string().min(1) }),
  country: z.string().length(2),
  countryBox: box,
  box,
  camera: z.strictObject({ lng, lat, zoom: z.number().min(0).max(20) }),
  timeZone: z.string(),
  /** The name by which Overpass finds the city's boundary. */
  overpassArea: z.string().min(1),
  operator: z.strictObject({
    name: z.string(),
    street: z.string(),
    place: z.string(),
    email: z.email(),
    phone: z.string(),
    /** True while these are placeholders; the public pages say so. */
    isExample: z.boolean().default(false),
    /** Who may act for the operator (§ 5 DDG). */
    representative: z.string().min(1),
    /** Who answers for the texts (§ 18 Abs. 2 MStV). */
    editor: z.string().min(1),
    register: z.string().min(1).optional(),
    vatId: z.string().min(1).optional(),
    supervisor: z.string().min(1).optional(),
    dataProtection: z.strictObject({ officerEmail: z.email(), authority: body }),
    accessibility: z.strictObject({ email: z.email(), enforcement: body }),
    security: z.strictObject({ email: z.email() }),
  }),
  /** Offerers are asked whether their space is still free when nobody has confirmed it for so many months. */
  confirmAfterMonths: z.int().min(1).max(60).default(6),
  /** Where the invented entries lie: rough centres of the districts, drawn from no data. */
  demonstration: z.strictObject({
    districts: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          lng,
          lat,
          businesses: z.int().min(0).max(500),
          spaces: z.int().min(0).max(500),
          spreadMeters: z.number().positive(),
        }),
      )
      .min(1),
  }),
  /** A few lines for the schematic map, drawn by hand: `[lng, lat]` from one end to the other, to be rounded. */
  schematic: z
    .strictObject({
      lines: z
        .array(
          z.strictObject({
            kind: z.enum(['river', 'stream', 'railway', 'motorway']),
            name: z.string(),
            points: z.array(z.tuple([lng, lat])).min(2),
          }),
        )
        .max(100),
      stations: z.array(z.strictObject({ name: z.string().min(1), lng, lat })).max(100),
    })
    .optional(),
})

export type City = z.infer<typeof citySchema>
export type Operator = City['operator']

/** Checks a city's configuration; throws one error that lists every wrong field with what was expected. */
export function parseCity(input: unknown, source: string): City {
  const result = citySchema.safeParse(input)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(top)'}: ${issue.message}`)
  throw new Error(`The city's configuration ${source} cannot be used:\n${faults.join('\n')}`)
}
