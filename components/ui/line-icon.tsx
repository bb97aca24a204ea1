/** An icon of the Lucide set. Without a label it is hidden from screen readers: the words of its control say what it is. */
import type { IconNode } from 'lucide'
import { createElement, type SVGProps } from 'react'

type Props = SVGProps<SVGSVGElement> & { of: IconNode }

/** Shapes in a box of 24, drawn by strokes of 2 in the colour of the text. */
export function LineIcon({ of: shapes, ...props }: Props) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={24}
      height={24}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      {...(props['aria-label'] && { 'aria-hidden': undefined })}
      {...props}
    >
      {shapes.map(([tag, attributes]) =>
        createElement(tag, { ...attributes, key: JSON.stringify(attributes) }),
      )}
    </svg>
  )
}
