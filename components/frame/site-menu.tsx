'use client'

/** On a narrow page, what the header has no room for; opens without script too. */
import { Menu } from 'lucide'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'

export function SiteMenu({ children }: { children: ReactNode }) {
  const t = useTranslations('site')
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')
  return (
    <details
      ref={menu}
      className="-ml-4 wide:hidden"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        close()
        menu.current?.querySelector('summary')?.focus()
      }}
      onClick={(event) => event.target instanceof HTMLAnchorElement && close()}
    >
      <summary
        aria-label={t('menu')}
        className="grid size-10 cursor-pointer list-none place-items-center rounded-xl hover:bg-paper [&::-webkit-details-marker]:hidden"
      >
        <LineIcon of={Menu} className="size-5.5" />
      </summary>
      <div className="absolute top-14 right-2 left-2 grid gap-2 rounded-b-2xl border border-line border-t-0 bg-sheet p-2 shadow-card">
        {children}
      </div>
    </details>
  )
}
