/** Answers that follow a state: worked out again when what they rest on is another, the former work given up. */

export type Question<State> = {
  /** What the answer rests on, compared one by one; null where nothing is asked. */
  on(state: State): readonly unknown[] | null
  /** Gives the change of the state; while `signal` is aborted nobody waits for it. */
  work(state: State, signal: AbortSignal): Promise<Partial<State>>
  /** The change where nothing is asked. */
  none: Partial<State>
}

type Store<State> = {
  getState(): State
  setState(change: Partial<State>): void
  subscribe(listener: () => void): () => void
}

/** Follows until the returned function is called; `onWork` hears how many answers are under way, `onFault` what went wrong. */
export function followQuestions<State>(
  store: Store<State>,
  questions: readonly Question<State>[],
  onWork: (underWay: number) => void,
  onFault: (fault: unknown) => void,
): () => void {
  let underWay = 0
  const count = (step: 1 | -1) => {
    underWay += step
    onWork(underWay)
  }
  const stops = questions.map((question) => {
    let seen: readonly unknown[] | null = null
    let current = new AbortController()
    const update = () => {
      const asked = question.on(store.getState())
      if (isSame(asked, seen)) return
      const isFirst = seen === null
      seen = asked
      current.abort()
      if (!asked) return isFirst ? undefined : store.setState(question.none)
      current = new AbortController()
      const { signal } = current
      count(1)
      question
        .work(store.getState(), signal)
        .then(
          (change) => {
            if (!signal.aborted) store.setState(change)
          },
          (fault: unknown) => {
            if (!signal.aborted) onFault(fault)
          },
        )
        .finally(() => count(-1))
    }
    update()
    const stop = store.subscribe(update)
    return () => {
      stop()
      current.abort()
    }
  })
  return () => {
    for (const stop of stops) stop()
  }
}

function isSame(one: readonly unknown[] | null, other: readonly unknown[] | null): boolean {
  if (one === null || other === null) return one === other
  return one.length === other.length && one.every((value, place) => Object.is(value, other[place]))
}
