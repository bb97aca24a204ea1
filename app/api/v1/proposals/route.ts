/** Takes a proposal as JSON. */
export { answerProposal as POST } from '#lib/server/proposals/answer-proposal.ts'

export const dynamic = 'force-dynamic'
