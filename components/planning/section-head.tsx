/** The head of a part of the page that can be linked to. */

export function SectionHead({ id, title, lead }: { id: string; title: string; lead?: string }) {
  return (
    <>
      <h2 id={id} className="scroll-mt-20 font-bold font-display text-2xl tracking-tight">
        {title}
      </h2>
      {lead && <p className="mt-2 max-w-2xl text-muted">{lead}</p>}
    </>
  )
}
