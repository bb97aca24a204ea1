/** Has the browser fetch the basemap's style while the map's code is still on its way. */
import { useLocale } from 'next-intl'
import { toBasemapStylePath } from '#lib/core/view/paths.ts'

export function EarlyBasemap() {
  const locale = useLocale()
  return (['light', 'dark'] as const).map((theme) => (
    <link
      key={theme}
      rel="preload"
      as="fetch"
      crossOrigin="anonymous"
      fetchPriority="low"
      media={`(prefers-color-scheme: ${theme})`}
      href={toBasemapStylePath(locale, theme)}
    />
  ))
}
