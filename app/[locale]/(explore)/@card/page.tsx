/** No card on the explore page itself. */
export default function NoCard() {
  return null
}
