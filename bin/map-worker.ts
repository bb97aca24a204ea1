/** MapLibre's worker is a file of its own that no bundler emits: it is served from `public/`. */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './lanes.ts'

const FILES = ['maplibre-gl-worker.mjs', 'maplibre-gl-shared.mjs']

export function copyMapWorker(): void {
  const folder = join(ROOT, 'public/maplibre')
  mkdirSync(folder, { recursive: true })
  for (const file of FILES)
    copyFileSync(join(ROOT, 'node_modules/maplibre-gl/dist', file), join(folder, file))
}
