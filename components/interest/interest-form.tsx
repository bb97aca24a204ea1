'use client'

/** A message to the person who offers a space; works without script. */
import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { MessageBox } from '#components/messages/message-box.tsx'
import { MessageField } from '#components/messages/message-field.tsx'
import { MessageForm } from '#components/messages/message-form.tsx'
import { MessageSent } from '#components/messages/message-notices.tsx'
import { type MessageState, OPEN_MESSAGE } from '#lib/core/domain/message-state.ts'
import { MAX_NOTE_LENGTH } from '#lib/core/domain/proposal.ts'

type Props = { slug: string; send: (state: MessageState, form: FormData) => Promise<MessageState> }

export function InterestForm({ slug, send }: Props) {
  const t = useTranslations()
  const locale = useLocale()
  const [state, action, isSending] = useActionState(send, OPEN_MESSAGE)
  if (state.step === 'confirm')
    return <MessageSent title={t('interest.confirm.title')} text={t('interest.confirm.text')} />
  const labels = {
    message: t('messageForm.message'),
    name: t('messageForm.name'),
    email: t('messageForm.email'),
    rules: t('space.rules'),
  }
  return (
    <MessageForm state={state} action={action} isSending={isSending} labels={labels}>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="locale" value={locale} />
      <MessageField
        name="message"
        label={labels.message}
        state={state}
        isRequired
        isLong
        maxLength={MAX_NOTE_LENGTH}
      />
      <MessageField name="name" label={labels.name} autoComplete="name" state={state} maxLength={200} />
      <MessageField
        name="email"
        type="email"
        label={labels.email}
        autoComplete="email"
        state={state}
        isRequired
        maxLength={320}
      />
      <MessageBox name="shares" label={t('interest.shares')} state={state} />
      <MessageBox name="rules" label={t('interest.agree')} state={state} isRequired />
    </MessageForm>
  )
}
