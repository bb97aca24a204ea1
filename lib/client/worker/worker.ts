/** The worker's own side: answers one call after the other. What an answer holds of typed arrays goes over without being copied. */
import { runTask, type TaskCall } from './tasks.ts'
import { listBuffers } from './transfer.ts'

addEventListener('message', ({ data }: MessageEvent<TaskCall>) => {
  const answer = runTask(data)
  postMessage(answer, { transfer: listBuffers(answer) })
})
