'use client'

/** Hands the entry's link to what the device offers for sharing, or copies it and says so. */
import { Share2 } from 'lucide'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'

type Props = { title: string; path: string; className: string }

export function ShareButton({ title, path, className }: Props) {
  const t = useTranslations('entry')
  const [notice, setNotice] = useState<'shared' | 'notShared' | null>(null)
  const share = async () => {
    const url = new URL(path, window.location.origin).href
    if (navigator.share) return navigator.share({ title, url }).catch(() => undefined)
    setNotice((await copy(url)) ? 'shared' : 'notShared')
  }
  return (
    <>
      <button type="button" onClick={share} className={`${className} noscript:hidden`}>
        <LineIcon of={Share2} className="size-4" />
        {t('share')}
      </button>
      <p role="status" className="order-last w-full text-muted text-sm empty:hidden">
        {notice && t(notice)}
      </p>
    </>
  )
}

/** False where the browser refuses, or offers no clipboard because the page came over plain http. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
