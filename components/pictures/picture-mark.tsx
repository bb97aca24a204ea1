/** A mark as it stands on the map, large, in a picture that is drawn on the server. */
import type { Icon } from '#lib/core/style/icon-ids.ts'
import { formatIcon } from '#lib/core/style/icons.ts'

export function PictureMark({ icon, sizePixels }: { icon: Icon; sizePixels: number }) {
  const svg = formatIcon(icon, 'light')?.svg ?? ''
  const side = { width: sizePixels, height: sizePixels, flexShrink: 0 }
  const image = `url(data:image/svg+xml;base64,${btoa(svg)})`
  return <div style={{ ...side, backgroundImage: image, backgroundSize: '100% 100%' }} />
}
