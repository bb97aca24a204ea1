/** By which a form of the status page says which proposal it is about. */
export type ProposalLink = { reference: string; token: string; locale: string }

export function StatusLinkFields({ link }: { link: ProposalLink }) {
  return Object.entries(link).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}
