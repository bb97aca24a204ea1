/** The import of a file by a moderator over HTTP alone, each request on a connection of its own, so that processes answer in turn. */
import { createSomebody, formatCookie } from './identities.ts'
import { sendImport } from './send-import.ts'

export type ImportJourney = {
  /** Sends the file; gives the path of the page that shows the report. */
  send(source: string, rows: string): Promise<string>
  read(path: string): Promise<{ status: number; body: string }>
  /** Presses the button of the report's page, as without script. */
  bringIn(path: string): Promise<string>
}

/** Signs a moderator in to the app at `url`, whose data lie in a folder. */
export async function openImportJourney(url: string, dataDirectory: string): Promise<ImportJourney> {
  const before = process.env.E2E_DATA_DIR
  process.env.E2E_DATA_DIR = dataDirectory
  const person = await createSomebody('importing', 'moderator').finally(() => {
    process.env.E2E_DATA_DIR = before
  })
  const cookie = formatCookie(person.cookie)
  const headers = { cookie, Connection: 'close' }
  const read = async (path: string) => {
    const answer = await fetch(`${url}${path}`, { headers })
    return { status: answer.status, body: await answer.text() }
  }
  const locationOf = (answer: Response) => {
    const location = answer.headers.get('location')
    if (answer.status !== 303 || !location) throw new Error(`Not taken: ${answer.status}`)
    return location
  }
  return {
    read,
    send: async (source, rows) => locationOf(await sendImport(url, cookie, { source, rows })),
    bringIn: async (path) => {
      const { body } = await read(path)
      const form = /<form(?:(?!<\/form>).)*name="job".*?<\/form>/s.exec(body)?.[0] ?? ''
      const fields = new FormData()
      for (const [input] of form.matchAll(/<input type="hidden"[^>]*>/g))
        fields.set(/name="([^"]+)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '')
      const sent = { method: 'POST', headers: { ...headers, origin: url }, body: fields } as const
      return locationOf(await fetch(`${url}${path}`, { ...sent, redirect: 'manual' }))
    },
  }
}
