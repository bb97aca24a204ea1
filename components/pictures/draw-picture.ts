/** Draws pictures for shared links as PNG and keeps the last ones, since each costs a good part of a second. */
import { ImageResponse } from 'next/og'
import type { ReactElement } from 'react'
import { PICTURE_SIZE } from '#lib/server/pages/page-metadata.ts'
import { readPictureFaces } from '#lib/server/pages/picture-faces.ts'

const KEPT_PICTURES = 100
const kept = new Map<string, Promise<ArrayBuffer>>()

/** The picture of a key, drawn by `compose` where it is not kept; a change of what it shows needs another key. */
export async function respondWithPicture(key: string, compose: () => ReactElement): Promise<Response> {
  const picture = kept.get(key) ?? draw(compose())
  kept.delete(key)
  kept.set(key, picture)
  picture.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > KEPT_PICTURES && oldest !== undefined) kept.delete(oldest)
  return new Response(await picture, {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=3600' },
  })
}

async function draw(element: ReactElement): Promise<ArrayBuffer> {
  const response = new ImageResponse(element, { ...PICTURE_SIZE, fonts: await readPictureFaces() })
  return response.arrayBuffer()
}
