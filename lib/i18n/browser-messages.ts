/** The messages that go to the browser with every page: all but those that only the server reads. */
import type { Messages } from 'next-intl'

export function toBrowserMessages(messages: Messages): Partial<Messages> {
  const { mails: _mails, publicPages: _publicPages, ...read } = messages
  return read
}
