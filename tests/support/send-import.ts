/** Sends a file to be tried out, as the form of the import page does. */

export type ImportFile = { source: string; rows: string }

/** `cookie` is a session's, '' for nobody; follows nowhere. */
export function sendImport(baseURL: string, cookie: string, { source, rows }: ImportFile): Promise<Response> {
  const body = new FormData()
  for (const [name, text] of Object.entries({ locale: 'de', profile: 'csv', source })) body.set(name, text)
  body.set('file', new Blob([rows]), 'a.csv')
  const headers = { origin: baseURL, ...(cookie && { cookie }) }
  return fetch(`${baseURL}/data/import`, { method: 'POST', headers, body, redirect: 'manual' })
}
