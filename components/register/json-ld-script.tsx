/** Data for search engines inside a page. It is no script to the browser: the page's policy needs no nonce for it. */
import { formatInlineJson, type JsonLd } from '#lib/core/domain/json-ld.ts'

export function JsonLdScript({ data }: { data: JsonLd }) {
  // React would write quotes as entities, which a script element does not read.
  const content = { __html: formatInlineJson(data) }
  return <script type="application/ld+json" {...{ dangerouslySetInnerHTML: content }} />
}
