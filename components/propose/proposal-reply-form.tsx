/** What a moderator asks back, and the field to answer it. */
import { useTranslations } from 'next-intl'
import { FIELD, PRIMARY_BUTTON } from '#components/ui/button-styles.ts'
import { FieldFaultText, toFieldAria } from '#components/ui/form-field.tsx'
import { MAX_NOTE_LENGTH } from '#lib/core/domain/proposal.ts'
import { type ProposalLink, StatusLinkFields } from './status-link-fields.tsx'

type Props = {
  question: string
  link: ProposalLink
  /** It was sent without a word. */
  isEmpty: boolean
  action(form: FormData): Promise<void>
}

export function ProposalReplyForm({ question, link, isEmpty, action }: Props) {
  const t = useTranslations()
  const fault = isEmpty ? t('faults.required') : null
  return (
    <section
      aria-labelledby="question"
      className="rounded-2xl border border-notice-line bg-notice-ground p-4"
    >
      <h2 id="question" className="font-bold font-display text-xl text-notice">
        {t('proposal.question')}
      </h2>
      <p className="mt-1 whitespace-pre-line text-notice">{question}</p>
      <form action={action} className="mt-4 space-y-2">
        <StatusLinkFields link={link} />
        <label htmlFor="reply" className="block font-semibold text-notice">
          {t('proposal.reply')}
        </label>
        <textarea
          id="reply"
          name="words"
          rows={3}
          required
          maxLength={MAX_NOTE_LENGTH}
          {...toFieldAria({ id: 'reply', fault })}
          className={`text-ink ${FIELD}`}
        />
        <FieldFaultText id="reply" text={fault} />
        <button type="submit" className={PRIMARY_BUTTON}>
          {t('proposal.sendReply')}
        </button>
      </form>
    </section>
  )
}
