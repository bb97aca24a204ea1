/** What runs off the main thread: a list of pure functions over what a browser can clone. To add one, name it here. */
import { findGroups } from '#lib/geo/groups.ts'

export const TASKS = { findGroups }

export type Tasks = typeof TASKS
export type TaskName = keyof Tasks

export type TaskCall = {
  [Name in TaskName]: { name: Name; args: Parameters<Tasks[Name]> }
}[TaskName]

/** The worker's answer to the one call that it holds. */
export type TaskAnswer = { result: ReturnType<Tasks[TaskName]> } | { fault: string }

/** Runs a call; a fault comes back as its message. */
export function runTask({ name, args }: TaskCall): TaskAnswer {
  try {
    return { result: TASKS[name](...args) }
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }
}
