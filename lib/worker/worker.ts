/** The worker's own side: answers one call after the other. */
import { runTask, type TaskCall } from './tasks.ts'

addEventListener('message', ({ data }: MessageEvent<TaskCall>) => postMessage(runTask(data)))
