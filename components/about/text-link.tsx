/** A link within text; the underline says what it is without colour. */
import type { ReactNode } from 'react'

type Props = { href: string; lang?: string; hrefLang?: string; children: ReactNode }

export function TextLink({ children, ...link }: Props) {
  const isForeign = /^https?:/.test(link.href)
  return (
    <a
      {...link}
      rel={isForeign ? 'noopener noreferrer' : undefined}
      className="inline-block min-h-6 break-words font-medium text-seedling underline underline-offset-2"
    >
      {children}
    </a>
  )
}
