/** A mail address that opens the visitor's mail program. */
import { TextLink } from '#components/ui/text-link.tsx'

export function MailLink({ email }: { email: string }) {
  return <TextLink href={`mailto:${email}`}>{email}</TextLink>
}
