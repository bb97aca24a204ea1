'use client'

/** Lines to copy into another page; filter and view of the address go along. */
import { Copy } from 'lucide'
import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useId, useState, useSyncExternalStore } from 'react'
import { LineIcon } from '#components/ui/line-icon.tsx'
import { Section } from '#components/ui/section.tsx'
import { EMBED_PARTS, type EmbedPart, formatEmbedCode, toEmbedPath } from '#lib/core/view/embed.ts'

export function EmbedCode() {
  const t = useTranslations('about.embed')
  const locale = useLocale()
  const search = useSearchParams().toString()
  const [part, setPart] = useState<EmbedPart>('both')
  const origin = useSyncExternalStore(
    () => () => {},
    () => window.location.origin,
    () => '',
  )
  const path = toEmbedPath(locale, part, search)
  return (
    <Section id="embed" title={t('title')}>
      <p className="max-w-2xl">{t('text')}</p>
      <p className="max-w-2xl text-muted">{t(search ? 'filtered' : 'unfiltered')}</p>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="mb-1 font-semibold">{t('show')}</legend>
        {EMBED_PARTS.map((value) => (
          <label key={value} className="flex min-h-8 cursor-pointer items-center gap-2">
            <input
              type="radio"
              name="show"
              checked={part === value}
              onChange={() => setPart(value)}
              className="size-4.5 accent-seedling"
            />
            {t(value)}
          </label>
        ))}
      </fieldset>
      <CopyBox code={formatEmbedCode(`${origin}${path}`, t('frameTitle'))} />
      <a
        href={path}
        target="_blank"
        rel="noopener"
        className="inline-block min-h-6 font-medium text-seedling underline underline-offset-2 print:hidden"
      >
        {t('preview')}
      </a>
    </Section>
  )
}

function CopyBox({ code }: { code: string }) {
  const t = useTranslations('about.embed')
  const id = useId()
  const [done, setDone] = useState<{ code: string; message: 'copied' | 'notCopied' } | null>(null)
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => setDone({ code, message: 'copied' }),
      () => setDone({ code, message: 'notCopied' }),
    )
  return (
    <div className="max-w-2xl">
      <label htmlFor={id} className="mb-1 block font-semibold">
        {t('code')}
      </label>
      <textarea
        id={id}
        readOnly
        rows={4}
        value={code}
        onFocus={(event) => event.target.select()}
        className="block w-full resize-none rounded-xl border border-edge bg-sheet p-3 font-mono text-sm"
      />
      <p className="mt-2 flex items-center gap-3 print:hidden">
        <button
          type="button"
          onClick={copy}
          className="inline-flex min-h-10 cursor-pointer items-center gap-2 rounded-xl bg-seedling px-4 font-semibold text-on-seedling"
        >
          <LineIcon of={Copy} className="size-4" />
          {t('copy')}
        </button>
        <span role="status" className="text-muted">
          {done?.code === code && t(done.message)}
        </span>
      </p>
    </div>
  )
}
