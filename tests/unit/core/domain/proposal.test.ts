import { describe, expect, test } from 'vitest'
import { parseAskedProposal, toProposalTitle } from '#lib/core/domain/proposal.ts'

const parse = (search: string) => parseAskedProposal(new URLSearchParams(search))

describe('what the address of the form asks for', () => {
  test('is a new space, unless it says otherwise', () => {
    expect(parse('')).toEqual({ type: 'new', kind: 'space', target: null })
    expect(parse('kind=business')).toEqual({ type: 'new', kind: 'business', target: null })
    expect(parse('type=objection&target=halle-7')).toEqual({
      type: 'objection',
      kind: 'space',
      target: 'halle-7',
    })
  })

  test('never is a new entry about an old one, or a change of none', () => {
    expect(parse('type=new&target=halle-7').type).toBe('change')
    expect(parse('type=nonsense&target=halle-7').type).toBe('change')
    expect(parse('type=closing&target=').type).toBe('new')
  })

  test('has a title for each', () => {
    expect(toProposalTitle('new', 'business')).toBe('business')
    expect(toProposalTitle('change', 'space')).toBe('change')
    expect(toProposalTitle('closing', 'space')).toBe('objection')
  })
})
