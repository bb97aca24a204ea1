/** The accessibility statement, with a form to report barriers. */
import type { Metadata } from 'next'
import { AccessibilityStatement } from '#components/legal/accessibility-statement.tsx'
import { FeedbackForm } from '#components/legal/feedback-form.tsx'
import { readCity } from '#lib/city.ts'
import { readPublicPageMetadata } from '#lib/data/public-page-metadata.ts'
import { PublicPage } from '../public-page.tsx'
import { sendFeedback } from './actions.ts'

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return readPublicPageMetadata((await params).locale, 'accessibility')
}

export default function AccessibilityPage({ params }: Props) {
  return (
    <PublicPage params={params} page="accessibility">
      <AccessibilityStatement operator={readCity().operator}>
        <FeedbackForm send={sendFeedback} />
      </AccessibilityStatement>
    </PublicPage>
  )
}
