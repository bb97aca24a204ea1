/** Structured data (JSON-LD 1.1) that stands inside a page. */
export type JsonLd = {
  [name: string]: string | number | JsonLd | readonly string[] | undefined
}

/** JSON that stays text inside a script element: `<` is written by its code, so nothing can end the element or open a comment. */
export function formatInlineJson(value: JsonLd): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
