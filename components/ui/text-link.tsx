/** A link within text; the underline says what it is without colour. */
import type { ReactNode } from 'react'

type Props = { href: string; lang?: string; hrefLang?: string; shortcut?: string; children: ReactNode }

/** `shortcut` names the key that presses it, where a page has such keys. */
export function TextLink({ children, shortcut, ...link }: Props) {
  const isForeign = /^https?:/.test(link.href)
  return (
    <a
      {...link}
      data-shortcut={shortcut}
      rel={isForeign ? 'noopener noreferrer' : undefined}
      className="inline-block min-h-6 break-words font-medium text-seedling underline underline-offset-2"
    >
      {children}
    </a>
  )
}
