/** A mail as HTML: one calm column, the link as a button, what people wrote set apart from what we say. Nothing is loaded from anywhere. */
import { escapeHtml } from '#lib/core/domain/html.ts'
import { TOKENS } from '#lib/core/style/tokens.ts'

/** Stand for what is set apart, while the text around it is made safe. No text of a mail holds them. */
export const MARKS = { code: '\u0001', answer: '\u0002', message: '\u0003' } as const

export type MailParts = {
  locale: string
  /** What the mail comes from, above it. */
  title: string
  /** Paragraphs in plain text, which may hold marks. */
  paragraphs: readonly string[]
  /** What stands for the marks. */
  marked: Record<keyof typeof MARKS, string>
  link: { url: string; label: string; hint: string } | null
  closing: string
  /** In small print; null for none. */
  about: string | null
}

/** Every text of `parts` is plain; the answer is a whole document. */
export function toMailHtml({ locale, title, paragraphs, marked, link, closing, about }: MailParts): string {
  const { paper, sheet, ink, muted, line, seedling, 'on-seedling': onSeedling } = TOKENS.light
  const small = `margin:16px 0 0;font-size:14px;color:${muted}`
  const button = `display:inline-block;padding:12px 20px;border-radius:12px;background:${seedling};color:${onSeedling};font-weight:bold;text-decoration:none`
  const body = [
    ...paragraphs.flatMap((paragraph) => setParagraph(paragraph, marked)),
    ...(link
      ? [
          `<p style="margin:24px 0 0"><a href="${escapeHtml(link.url)}" style="${button}">${escapeHtml(link.label)}</a></p>`,
          `<p style="${small}">${escapeHtml(link.hint)}<br><a href="${escapeHtml(link.url)}" style="color:${seedling};word-break:break-all">${escapeHtml(link.url)}</a></p>`,
        ]
      : []),
    `<p style="margin:24px 0 0">${toLines(closing)}</p>`,
  ].join('')
  const foot = about === null ? '' : `<p style="${small};padding:0 8px">${toLines(about)}</p>`
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head><body style="margin:0;padding:24px 12px;background:${paper};color:${ink};font-family:Verdana,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5"><div style="max-width:560px;margin:0 auto"><p style="margin:0 0 12px;padding:0 8px;font-weight:bold;color:${seedling}">${escapeHtml(title)}</p><div style="padding:8px 24px 24px;border:1px solid ${line};border-radius:16px;background:${sheet}">${body}</div>${foot}</div></body></html>`
}

/** A paragraph that is a mark alone becomes a quotation; a code within one stands out. */
function setParagraph(paragraph: string, marked: MailParts['marked']): string[] {
  const quoted =
    paragraph === MARKS.answer ? marked.answer : paragraph === MARKS.message ? marked.message : null
  if (quoted !== null)
    return [
      `<blockquote style="margin:16px 0 0;padding:8px 16px;border-left:4px solid ${TOKENS.light.seedling};background:${TOKENS.light['seedling-ground']}">${toLines(quoted)}</blockquote>`,
    ]
  const text = toLines(paragraph).replaceAll(
    MARKS.code,
    `<strong style="font-size:24px;letter-spacing:2px">${escapeHtml(marked.code)}</strong>`,
  )
  return [`<p style="margin:16px 0 0">${text}</p>`]
}

function toLines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>')
}
