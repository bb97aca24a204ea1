'use client'

/** The answer of the person who offers a space; works without script. */
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { MessageField } from '#components/messages/message-field.tsx'
import { MessageForm } from '#components/messages/message-form.tsx'
import { MessageSent } from '#components/messages/message-notices.tsx'
import { type MessageState, OPEN_MESSAGE } from '#lib/core/domain/message-state.ts'
import { MAX_NOTE_LENGTH } from '#lib/core/domain/proposal.ts'

type Props = {
  id: string
  token: string
  send: (state: MessageState, form: FormData) => Promise<MessageState>
}

export function InterestReplyForm({ id, token, send }: Props) {
  const t = useTranslations()
  const [state, action, isSending] = useActionState(send, OPEN_MESSAGE)
  if (state.step === 'sent')
    return <MessageSent title={t('interest.replied.title')} text={t('interest.replied.text')} />
  const label = t('interest.answer')
  return (
    <MessageForm state={state} action={action} isSending={isSending} labels={{ message: label }}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="token" value={token} />
      <MessageField
        name="message"
        label={label}
        state={state}
        isRequired
        isLong
        maxLength={MAX_NOTE_LENGTH}
      />
    </MessageForm>
  )
}
