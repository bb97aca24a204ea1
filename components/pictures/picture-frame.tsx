/** The sheet on which pictures for shared links are drawn: paper, a seedling edge, the brand below. */
import { Sprout } from 'lucide'
import { createElement, type ReactNode } from 'react'
import { TOKENS } from '#lib/core/style/tokens.ts'

export const PICTURE_FACES = {
  display: '"Bricolage Grotesque latin", "Bricolage Grotesque latin-ext"',
  text: '"Atkinson Hyperlegible Next latin", "Atkinson Hyperlegible Next latin-ext"',
}

const { paper, ink, muted, line, seedling, 'on-seedling': onSeedling } = TOKENS.light
type Props = { city: string; tagline: string; children: ReactNode }

export function PictureFrame({ city, tagline, children }: Props) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        width: '100%',
        height: '100%',
        padding: '64px 72px 52px',
        borderTop: `16px solid ${seedling}`,
        background: paper,
        color: ink,
        fontFamily: PICTURE_FACES.text,
      }}
    >
      <div style={{ display: 'flex', flexGrow: 1 }}>{children}</div>
      <div
        style={{
          display: 'flex',
          alignItems: 'center',
          gap: 18,
          paddingTop: 32,
          borderTop: `2px solid ${line}`,
          fontSize: 32,
        }}
      >
        <div
          style={{
            display: 'flex',
            alignItems: 'center',
            justifyContent: 'center',
            width: 56,
            height: 56,
            borderRadius: 14,
            background: seedling,
          }}
        >
          <svg
            width="36"
            height="36"
            viewBox="0 0 24 24"
            fill="none"
            stroke={onSeedling}
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            {Sprout.map(([tag, attributes]) =>
              createElement(tag, { key: JSON.stringify(attributes), ...attributes }),
            )}
          </svg>
        </div>
        <span style={{ fontFamily: PICTURE_FACES.display, fontWeight: 700, fontSize: 38 }}>Keimzelle</span>
        <span style={{ color: muted }}>{city}</span>
        <span style={{ color: muted, marginLeft: 'auto' }}>{tagline}</span>
      </div>
    </div>
  )
}
