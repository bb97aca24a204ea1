/** Under the map: what the page goes on with. */
import { useTranslations } from 'next-intl'
import { usePlanning } from '#lib/client/store/planning-store.ts'
import { listCompared } from '#lib/client/store/planning-subjects.ts'

const SECTIONS = ['comparison', 'chance', 'districts', 'method'] as const

export function SectionLinks() {
  const t = useTranslations('planning.sections')
  const count = usePlanning((state) => listCompared(state).length)
  return (
    <nav aria-label={t('label')} className="border-line border-y bg-sheet print:hidden">
      <ul className="row-beyond-edge flex gap-1 overflow-x-auto px-3 py-1.5 sm:px-7">
        {SECTIONS.map((section) => (
          <li key={section} className="shrink-0">
            <a
              href={`#${section}`}
              className="flex min-h-9 items-center gap-2 rounded-lg px-3 font-semibold text-sm hover:bg-paper"
            >
              {t(section)}
              {section === 'comparison' && count > 0 && (
                <span className="grid h-5 min-w-5 place-items-center rounded-full bg-seedling px-1 text-on-seedling text-xs tabular-nums">
                  {count}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
