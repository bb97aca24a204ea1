'use client'

/** What became of a message: the list of fields to look at, why it was refused, or that it is on its way. Takes the focus whenever there is news. */
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import type { MessageState } from '#lib/core/domain/message-state.ts'

type Props = {
  state: MessageState
  labels: Readonly<Record<string, string>>
}

export function MessageNotices({ state, labels }: Props) {
  const t = useTranslations()
  if (state.refusal) return <Notice news={state}>{t(`messageForm.refused.${state.refusal}`)}</Notice>
  if (state.faults.length === 0) return null
  return (
    <Notice news={state}>
      <p className="font-semibold">{t('messageForm.summary', { count: state.faults.length })}</p>
      <ul className="mt-1">
        {state.faults.map(({ field, code, values }) => (
          <li key={field}>
            <a href={`#field-${field}`} className="inline-block min-h-6 underline underline-offset-2">
              {labels[field]}: {t(`faults.${code}`, values)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Notice({ news, children }: { news: MessageState; children: ReactNode }) {
  return (
    <Focused news={news} role="alert" className="rounded-xl border border-danger bg-danger-ground px-4 py-3">
      {children}
    </Focused>
  )
}

/** The message is on its way; `title` says where to. */
export function MessageSent({ title, text }: { title: string; text: string }) {
  return (
    <Focused
      role="status"
      className="max-w-2xl rounded-xl border border-seedling bg-seedling-ground px-4 py-3"
    >
      <p className="font-semibold">{title}</p>
      <p className="mt-1">{text}</p>
    </Focused>
  )
}

type FocusedProps = { news?: MessageState; role: string; className: string; children: ReactNode }

function Focused({ news, children, ...rest }: FocusedProps) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form sent again with the same faults has news too
  useEffect(() => box.current?.focus(), [news])
  return (
    <div ref={box} tabIndex={-1} {...rest}>
      {children}
    </div>
  )
}
