/** That the ground is drawn by hand; readable over whatever lies on the map. */
import { useTranslations } from 'next-intl'

export function SchematicNote() {
  const t = useTranslations('map')
  return (
    <p className="w-fit rounded-md bg-sheet/85 px-2 py-0.5 text-muted text-sm print:hidden">
      {t('schematic')}
    </p>
  )
}
