'use client'

/** Says calmly that there is no connection, or that a newer version could not be had; what is loaded stays usable. */
import { WifiOff } from 'lucide'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { useOnline } from '#components/ui/use-online.ts'
import { useExplorer } from '#lib/client/store/explorer-store.ts'

export function ConnectionNotice() {
  const t = useTranslations('connection')
  const isOnline = useOnline()
  const hasSnapshot = useExplorer((state) => state.snapshot !== null)
  const failed = useExplorer((state) => state.failed)
  // What failed without a connection is worth another try with one.
  useEffect(() => {
    if (isOnline && useExplorer.getState().failed) void useExplorer.getState().load()
  }, [isOnline])
  const text = !isOnline ? (hasSnapshot ? 'offline' : 'offlineEmpty') : failed && hasSnapshot ? 'stale' : null
  return (
    <div role="status" className="print:hidden as-sheet:order-1">
      {text && (
        <p className="flex items-center gap-2 border-notice-line border-t bg-notice-ground px-4 py-2 text-notice text-sm">
          <LineIcon of={WifiOff} className="size-4 shrink-0" />
          {t(text)}
        </p>
      )}
    </div>
  )
}
