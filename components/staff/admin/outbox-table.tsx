/** Mail that waits, went or failed. Sign-in codes are shown only where no mail server brings them to their owners. */
import { getFormatter, getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import type { OutboxMail } from '#lib/server/pages/load-administration.ts'

export async function OutboxTable({ mails }: { mails: readonly OutboxMail[] }) {
  const t = await getTranslations('admin')
  const format = await getFormatter()
  if (mails.length === 0) return <p className="mt-8 text-muted">{t('noMails')}</p>
  return (
    <div className="mt-8">
      <DataTable
        caption={t('outbox')}
        isCaptionHidden
        columns={['written', 'recipient', 'mail', 'state', 'content'].map((name) => ({ name: t(name) }))}
        rows={mails.map((mail) => ({
          key: mail.id,
          cells: [
            format.dateTime(new Date(mail.created_at), { dateStyle: 'medium', timeStyle: 'short' }),
            <span key="recipient" className="block min-w-40 wrap-anywhere">
              {mail.recipient}
            </span>,
            t.has(`templates.${mail.template}`) ? t(`templates.${mail.template}`) : t('templates.other'),
            [t(`states.${mail.state}`), t('attempts', { count: mail.attempts }), mail.last_fault]
              .filter(Boolean)
              .join(', '),
            mail.content ? <Content key="text" {...mail.content} /> : '–',
          ],
        }))}
      />
    </div>
  )
}

function Content({ subject, text }: { subject: string; text: string }) {
  return (
    <details className="min-w-48">
      <summary className="min-h-6 cursor-pointer">{subject}</summary>
      <p className="mt-2 whitespace-pre-line wrap-anywhere">{text}</p>
    </details>
  )
}
