/** Takes in a photo, so that a proposal can name it. */
export { answerPhoto as POST } from '#lib/server/media/answer-photo.ts'

export const dynamic = 'force-dynamic'
