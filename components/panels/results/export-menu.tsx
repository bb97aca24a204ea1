'use client'

/** Files that hold exactly what is filtered. */
import { Download } from 'lucide'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useRef } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { EXPORT_FORMATS, type FilterContext, toExportPath } from '#lib/core/view/export-path.ts'
import type { Filter } from '#lib/core/view/filter.ts'

type Props = { filter: Filter; context: FilterContext }

export function ExportMenu({ filter, context }: Props) {
  const t = useTranslations('export')
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    close()
    menu.current?.querySelector('summary')?.focus()
  }
  return (
    <details
      ref={menu}
      onKeyDown={closeByKey}
      // Focus that goes nowhere (a click on bare ground, or on a link in Safari) leaves it open.
      onBlur={({ relatedTarget, currentTarget }) =>
        relatedTarget && !currentTarget.contains(relatedTarget) && close()
      }
      className="relative"
    >
      <summary
        aria-label={t('label')}
        title={t('label')}
        className="grid size-9 cursor-pointer list-none place-items-center rounded-xl border border-edge hover:bg-paper [&::-webkit-details-marker]:hidden"
      >
        <LineIcon of={Download} className="size-4.5" />
      </summary>
      <div className="absolute top-full right-0 z-20 mt-1.5 w-64 rounded-xl border border-line bg-sheet p-1.5 shadow-card">
        <p className="px-2.5 py-1.5 text-muted text-sm">{t('what')}</p>
        {EXPORT_FORMATS.map((format) => (
          <a
            key={format}
            href={toExportPath(format, filter, context)}
            download
            onClick={close}
            className="flex min-h-10 flex-wrap items-baseline gap-x-2 rounded-lg px-2.5 py-2 hover:bg-paper"
          >
            <span className="font-semibold">{t(`${format}.name`)}</span>
            <span className="text-muted text-sm">{t(`${format}.use`)}</span>
          </a>
        ))}
      </div>
    </details>
  )
}
