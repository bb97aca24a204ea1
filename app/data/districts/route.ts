/** Outlines of the districts as GeoJSON, for the map. */
import { readDistrictOutlines } from '#lib/data/districts.ts'
import { createAnonClient } from '#lib/supabase/server.ts'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  try {
    const outlines = await readDistrictOutlines(createAnonClient())
    return Response.json(outlines, { headers: { 'Cache-Control': 'public, max-age=60' } })
  } catch (fault) {
    console.error(fault)
    return new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  }
}
