/** The frame of a form for a message: notices above, the field that only robots fill in, and the button. */
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { holdWhile } from '#components/ui/hold-while.ts'
import { MESSAGE_TRAP_FIELD, type MessageState } from '#lib/core/domain/message-state.ts'
import { MessageNotices } from './message-notices.tsx'

type Props = {
  state: MessageState
  action: (form: FormData) => void
  isSending: boolean
  labels: Readonly<Record<string, string>>
  children: ReactNode
}

export function MessageForm({ state, action, isSending, labels, children }: Props) {
  const t = useTranslations('messageForm')
  return (
    <form action={action} noValidate className="max-w-2xl space-y-4 print:hidden">
      <MessageNotices state={state} labels={labels} />
      <p className="text-muted">{t('required')}</p>
      {children}
      <div hidden>
        <label htmlFor={MESSAGE_TRAP_FIELD}>{t('trap')}</label>
        <input id={MESSAGE_TRAP_FIELD} name={MESSAGE_TRAP_FIELD} tabIndex={-1} autoComplete="off" />
      </div>
      <button
        type="submit"
        aria-disabled={isSending}
        onClick={holdWhile(isSending)}
        className="inline-flex min-h-11 cursor-pointer items-center rounded-xl bg-seedling px-5 font-semibold text-on-seedling aria-disabled:opacity-70"
      >
        {t(isSending ? 'sending' : 'send')}
      </button>
    </form>
  )
}
