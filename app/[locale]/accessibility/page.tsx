/** The accessibility statement, with a form to report barriers. */
import type { Metadata } from 'next'
import { PublicPage } from '#components/frame/public-page.tsx'
import { AccessibilityStatement } from '#components/legal/accessibility-statement.tsx'
import { FeedbackForm } from '#components/legal/feedback-form.tsx'
import { sendFeedback } from '#lib/server/actions/feedback.ts'
import { loadPublicPage } from '#lib/server/pages/load-public-page.ts'
import { readPublicPageMetadata } from '#lib/server/pages/public-page-metadata.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return readPublicPageMetadata((await params).locale, 'accessibility')
}

export default async function AccessibilityPage({ params }: Props) {
  const { frame, operator } = await loadPublicPage((await params).locale)
  return (
    <PublicPage frame={frame} page="accessibility">
      <AccessibilityStatement operator={operator}>
        <FeedbackForm send={sendFeedback} />
      </AccessibilityStatement>
    </PublicPage>
  )
}
