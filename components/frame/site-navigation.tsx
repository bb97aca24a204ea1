'use client'

/** The pages of the house; filter and view go along, so that one comes back to what one left. */
import { usePathname } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { useExplorer } from '#lib/client/store/explorer-store.ts'
import type { Kind } from '#lib/core/domain/entry.ts'
import { changeFilter, formatFilter, parseFilter } from '#lib/core/view/filter.ts'

type Props = { search: string; className: string }

export function SiteNavigation({ search, className }: Props) {
  const t = useTranslations('site.pages')
  const locale = useLocale()
  const rest = usePathname().replace(/^\/[a-z]{2}(?=\/|$)/, '')
  const isExploring = rest === '' || rest.startsWith('/entries/')
  const isSpaces = new URLSearchParams(search).get('k') === 'space'
  const toAddress = (path: string, kind: Kind | null) => {
    const params = new URLSearchParams(search)
    formatFilter(changeFilter(parseFilter(params), { kind }), params)
    const query = params.toString().replaceAll('%2C', ',')
    return `/${locale}${path}${query && `?${query}`}`
  }
  // Where the explorer stands already, the filter changes and nothing is loaded again.
  const show = (kind: Kind | null) => (event: MouseEvent) => {
    if (!isExploring || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    const { setFilter, select } = useExplorer.getState()
    select(null)
    setFilter({ kind })
  }
  const pages = [
    { name: t('explore'), href: toAddress('', null), isCurrent: isExploring && !isSpaces, open: show(null) },
    {
      name: t('spaces'),
      href: toAddress('', 'space'),
      isCurrent: isExploring && isSpaces,
      open: show('space'),
    },
    {
      name: t('planning'),
      href: `/${locale}/planning${search && `?${search}`}`,
      isCurrent: rest === '/planning',
      open: undefined,
    },
    {
      name: t('about'),
      href: `/${locale}/about${search && `?${search}`}`,
      isCurrent: rest === '/about',
      open: undefined,
    },
  ]
  return (
    <ul className={className}>
      {pages.map(({ name, href, isCurrent, open }) => (
        <li key={name}>
          <a
            href={href}
            onClick={open}
            aria-current={isCurrent ? 'page' : undefined}
            className="flex min-h-9 items-center rounded-lg px-3 whitespace-nowrap font-semibold text-muted hover:bg-paper aria-[current]:bg-seedling-ground aria-[current]:text-ink"
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
