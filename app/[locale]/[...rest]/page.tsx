/** Every address below a language that no page answers. */
import { notFound } from 'next/navigation'

export default function UnknownPage() {
  notFound()
}
