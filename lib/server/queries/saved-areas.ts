/** Saved candidate areas. The client is that of the person: row level security decides who sees and changes what. */
import type { Polygon } from 'geojson'
import type { StaffFault } from '#lib/core/domain/moderation.ts'
import type { SavedArea } from '#lib/core/domain/saved-areas.ts'
import type { Database } from '#lib/server/supabase/database.types.ts'
import type { SessionClient } from '#lib/server/supabase/session-client.ts'
import { toRows, toStaffFault } from './staff-fault.ts'

type Row = Omit<Database['public']['Views']['saved_areas']['Row'], 'created_at'>

const MAX_AREAS = 500
const COLUMNS = 'id, name, outline, is_shared, is_own, version, updated_at'

/** What a person can say of an area. */
export type SavedAreaFields = { name: string; outline: Polygon; isShared: boolean }

/** By the database's rules for outlines: what is wrong with one. */
const RULES = {
  areas_outline_is_valid: 'crosses',
  areas_outline_has_few_corners: 'corners',
  areas_outline_lies_where_planes_reach: 'reach',
  areas_outline_has_a_size: 'size',
} as const

/** `conflict`: somebody has changed or deleted the area since it was read, or it is not the person's to change. */
export type AreaFault = StaffFault | 'conflict' | (typeof RULES)[keyof typeof RULES]

/** Shared areas and the person's own drafts, by name; throws when the database does not answer. */
export async function readAreas(client: SessionClient): Promise<SavedArea[]> {
  const rows = toRows(
    await client.from('saved_areas').select(COLUMNS).order('name').order('id').limit(MAX_AREAS),
  )
  return rows.map(toArea)
}

/** Saves a new area as the person's own; returns its id. */
export async function createArea(
  client: SessionClient,
  { name, outline, isShared }: SavedAreaFields,
): Promise<{ id: string } | { fault: AreaFault }> {
  const { data, error } = await client
    .from('areas')
    .insert({ name, outline: toEwkt(outline), is_shared: isShared })
    .select('id')
    .single()
  return error ? { fault: toAreaFault(error) } : { id: data.id }
}

/** Changes what is given, if the area still has the version that was read; returns the new one. */
export async function changeArea(
  client: SessionClient,
  { id, version }: Pick<SavedArea, 'id' | 'version'>,
  { name, outline, isShared }: Partial<SavedAreaFields>,
): Promise<{ version: number } | { fault: AreaFault }> {
  const { data, error } = await client
    .from('areas')
    .update({
      ...(name !== undefined && { name }),
      ...(outline && { outline: toEwkt(outline) }),
      ...(isShared !== undefined && { is_shared: isShared }),
    })
    .eq('id', id)
    .eq('version', version)
    .select('version')
  if (error) return { fault: toAreaFault(error) }
  const [row] = data
  return row ? { version: row.version } : { fault: 'conflict' }
}

/** Deletes an area, if it still has the version that was read. */
export async function deleteArea(
  client: SessionClient,
  { id, version }: Pick<SavedArea, 'id' | 'version'>,
): Promise<{ fault: AreaFault } | null> {
  const { data, error } = await client.from('areas').delete().eq('id', id).eq('version', version).select('id')
  if (error) return { fault: toAreaFault(error) }
  return data.length > 0 ? null : { fault: 'conflict' }
}

function toAreaFault(error: { code?: string; message?: string }): AreaFault {
  const rule = Object.entries(RULES).find(([constraint]) => error.message?.includes(`"${constraint}"`))
  return rule ? rule[1] : toStaffFault(error)
}

function toArea(row: Row): SavedArea {
  return {
    id: row.id ?? '',
    name: row.name ?? '',
    outline: row.outline as unknown as Polygon,
    isShared: row.is_shared ?? false,
    isOwn: row.is_own ?? false,
    version: row.version ?? 0,
    updatedAt: row.updated_at ?? '',
  }
}

function toEwkt({ coordinates }: Polygon): string {
  const rings = coordinates.map((ring) => `(${ring.map(([lng, lat]) => `${lng} ${lat}`).join(',')})`)
  return `SRID=4326;POLYGON(${rings.join(',')})`
}
