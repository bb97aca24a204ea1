/**
 * A text field with a list of suggestions, by the ARIA 1.2 pattern: the focus stays in the field, the arrow keys walk through the list,
 * Enter takes, Escape closes and then empties, Tab goes on. Home and End move in the text.
 */
import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react'

type Options = {
  /** How many suggestions there are. */
  count: number
  /** Whether somebody wants to see them: the caller's state. */
  isWanted: boolean
  setWanted(isWanted: boolean): void
  /** Takes the suggestion of an index. */
  onChoose(index: number): void
  /** Enter without a chosen suggestion. */
  onSubmit(): void
  onClear(): void
}

export function useCombobox({ count, isWanted, setWanted, onChoose, onSubmit, onClear }: Options) {
  const id = useId()
  const [marked, setMarked] = useState(-1)
  const isOpen = isWanted && count > 0
  const active = isOpen && marked < count ? marked : -1

  function show(isShown: boolean): void {
    setWanted(isShown)
    setMarked(-1)
  }

  function choose(index: number): void {
    show(false)
    onChoose(index)
  }

  /** One step; beyond either end lies the field itself. */
  function step(by: 1 | -1): void {
    setWanted(true)
    const places = count + 1
    setMarked(((active + 1 + by + places) % places) - 1)
  }

  /** Does what a key asks for; false where that is the browser's business. */
  function answer({ key, altKey }: KeyboardEvent): boolean {
    if (key === 'ArrowDown' && altKey) show(true)
    else if (key === 'ArrowUp' && altKey) show(false)
    else if (key === 'ArrowDown') step(1)
    else if (key === 'ArrowUp') step(-1)
    else if (key === 'Enter' && active >= 0) choose(active)
    else if (key === 'Enter') {
      show(false)
      onSubmit()
    } else if (key === 'Escape' && isOpen) show(false)
    else if (key === 'Escape') onClear()
    else {
      if (key === 'Home' || key === 'End') setMarked(-1)
      return false
    }
    return true
  }

  return {
    isOpen,
    show,
    inputProps: {
      role: 'combobox',
      'aria-expanded': isOpen,
      'aria-controls': `${id}-list`,
      'aria-autocomplete': 'list',
      'aria-activedescendant': active >= 0 ? `${id}-${active}` : undefined,
      autoComplete: 'off',
      onKeyDown: (event: KeyboardEvent) => {
        // While a word is composed (accents, other scripts), the keys belong to the composition.
        if (!event.nativeEvent.isComposing && answer(event)) event.preventDefault()
      },
      onBlur: () => show(false),
    },
    listProps: (label: string) => ({ id: `${id}-list`, role: 'listbox', 'aria-label': label }),
    /** Of a group by its name; the heading bears the `headingId`. */
    groupProps: (name: string) => ({ role: 'group', 'aria-labelledby': `${id}-${name}` }),
    headingId: (name: string) => `${id}-${name}`,
    optionProps: (index: number) => ({
      id: `${id}-${index}`,
      role: 'option',
      'aria-selected': index === active,
      // The field keeps the focus, and with it the list stays until the click has come.
      onMouseDown: (event: MouseEvent) => event.preventDefault(),
      onClick: () => choose(index),
    }),
  } as const
}
