'use client'

/** Reports a barrier; works without script. */
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { MessageField } from '#components/messages/message-field.tsx'
import { MessageForm } from '#components/messages/message-form.tsx'
import { MessageSent } from '#components/messages/message-notices.tsx'
import { type MessageState, OPEN_MESSAGE } from '#lib/core/domain/message-state.ts'
import { MAX_NOTE_LENGTH } from '#lib/core/domain/proposal.ts'

type Props = { send: (state: MessageState, form: FormData) => Promise<MessageState> }

export function FeedbackForm({ send }: Props) {
  const t = useTranslations('messageForm')
  const [state, action, isSending] = useActionState(send, OPEN_MESSAGE)
  if (state.step === 'sent')
    return <MessageSent title={t('feedbackSent.title')} text={t('feedbackSent.text')} />
  const labels = { message: t('message'), page: t('page'), email: t('emailOptional') }
  return (
    <MessageForm state={state} action={action} isSending={isSending} labels={labels}>
      <MessageField
        name="message"
        label={labels.message}
        state={state}
        isRequired
        isLong
        maxLength={MAX_NOTE_LENGTH}
      />
      <MessageField name="page" label={labels.page} state={state} maxLength={500} />
      <MessageField
        name="email"
        type="email"
        autoComplete="email"
        label={labels.email}
        state={state}
        maxLength={320}
      />
    </MessageForm>
  )
}
