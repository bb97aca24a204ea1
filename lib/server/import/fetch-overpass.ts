/** Asks Overpass for the creative places of a city: the query is built from the same table that classifies the answer. */
import { createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OSM_RULES } from './osm-table.ts'

const ASKED_SECONDS = 180

/** The query for all tags of the table that are entries (or context) inside the administrative area of that name. */
export function formatQuery(area: string, withContext: boolean): string {
  const rules = OSM_RULES.filter(({ entry }) => (entry === 'context') === withContext)
  const keys = Map.groupBy(rules, ({ key }) => key)
  const lines = [...keys].map(([key, list]) => {
    const values = [...new Set(list.map(({ value }) => value))]
    return values.includes('*')
      ? `  nwr["${key}"](area.city);`
      : `  nwr["${key}"~"(^|;) *(${values.join('|')}) *(;|$)"](area.city);`
  })
  return [
    `[out:json][timeout:${ASKED_SECONDS}];`,
    `area["boundary"="administrative"]["name"="${area.replace(/["\\]/g, '')}"]->.city;`,
    '(',
    ...lines,
    ');',
    'out center;',
  ].join('\n')
}

/** Saves the answer as a file; rejects with the reason when nobody answers. */
export async function fetchOverpass(url: string, query: string, file: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ data: query }),
    headers: { 'User-Agent': 'Keimzelle' },
    signal: AbortSignal.timeout((ASKED_SECONDS + 20) * 1000),
  })
  if (!response.ok || !response.body) throw new Error(`it answered ${response.status}`)
  await pipeline(Readable.from(response.body), createWriteStream(file))
  const remark = await readRemark(file)
  if (remark) throw new Error(`it answered in part only: ${remark}`)
}

/** Overpass says at the end of a well-formed answer that it ran out of time or memory. */
async function readRemark(file: string): Promise<string | undefined> {
  const answer = await open(file)
  try {
    const { size } = await answer.stat()
    const { buffer } = await answer.read({ position: Math.max(0, size - 4096), buffer: Buffer.alloc(4096) })
    return /"remark":\s*"([^"]*)"/.exec(buffer.toString())?.[1]
  } finally {
    await answer.close()
  }
}
