import { expect, test } from 'vitest'
import { oneLine } from '#supabase/embedded/fault.ts'

test('of a database error the log keeps code and place, never values', () => {
  const fault = Object.assign(new Error('duplicate key value: jane@example.org'), {
    severity: 'ERROR',
    code: '23505',
    table: 'profiles',
    constraint: 'profiles_mail',
    detail: 'Key (mail)=(jane@example.org) already exists.',
    params: ['jane@example.org'],
  })
  expect(oneLine(fault)).toBe('database error 23505 profiles profiles_mail')
})

test('other failures keep their message', () => {
  expect(oneLine('refused')).toBe('refused')
  expect(oneLine(new RangeError('too far'))).toBe('RangeError: too far')
})
