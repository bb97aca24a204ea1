/** Rows of several persons and states, for asking who may do what with which; each has a name that the matrix uses. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestBackend } from './backend.ts'

/** Who asks: `former` was a planner, `other` stands beside `member` and `colleague` beside `planner`; `gone` has a session and no account. */
export const ACTORS = {
  anon: 'anon',
  member: 'member',
  other: 'member',
  former: 'member',
  gone: 'none',
  moderator: 'moderator',
  planner: 'planner',
  colleague: 'planner',
  admin: 'admin',
  service: 'service_role',
} as const
export type Actor = keyof typeof ACTORS

/** Per relation of `public`: the column that tells rows apart, and a row's name as an expression over `t`. One row is asked for per name. */
export const RELATIONS: Record<string, readonly [key: string, label: string]> = {
  disciplines: ['code', "'one'"],
  wz_codes: ['code', "'one'"],
  sources: ['key', "'one'"],
  districts: ['id', "'one'"],
  district_outlines: ['id', "'one'"],
  publication: ['only_row', "'one'"],
  addresses: ['id', "'one'"],
  address_points: ['id', "'one'"],
  address_streets: ['street', "'one'"],
  address_places: ['id', "'one'"],
  context_places: ['id', "'one'"],
  context_points: ['id', "'one'"],
  import_runs: ['id', "'one'"],
  source_records: ['ref', "'one'"],
  businesses: ['id', 't.status'],
  spaces: ['id', 't.status'],
  business_disciplines: [
    'business_id',
    '(select b.status from public.businesses b where b.id = t.business_id)',
  ],
  business_wz_codes: ['business_id', "'one'"],
  space_states: ['space_id', '(select s.status from public.spaces s where s.id = t.space_id)'],
  entries: ['slug', "replace(t.slug, '-', '_')"],
  space_steps: ['space_id', '(select s.status from public.spaces s where s.id = t.space_id)'],
  profiles: ['user_id', "(select split_part(u.email, '@', 1) from auth.users u where u.id = t.user_id)"],
  proposals: ['id', 't.note'],
  photos: ['id', 't.alt_text'],
  areas: ['id', 't.name'],
  saved_areas: ['id', 't.name'],
}

/** Statements that touch rows without naming them, or move a row to where it may not go. */
const TRIES = [
  ['areas', 'saves', `insert into public.areas (name, outline) values ('new', @square)`],
  ['areas', 'renames all', `update public.areas set name = 'renamed'`],
  ['areas', 'clears all', 'delete from public.areas'],
  ['areas', 'hides all', 'update public.areas set is_shared = false'],
] as const

const POINT = 'extensions.st_setsrid(extensions.st_makepoint(7, 51), 4326)'
const SQUARE = 'extensions.st_makeenvelope(7, 51, 7.005, 51.005, 4326)'
const STATES = ['published', 'hidden', 'candidate', 'withdrawn']

/** Lays the rows and the functions of `rights.sql`. */
export async function seedRights({ script }: TestBackend): Promise<void> {
  const people = Object.entries(ACTORS)
    .filter(([, role]) => !['anon', 'service_role', 'none'].includes(role))
    .map(([name, role]) => ({ name, role, id: randomUUID() }))
  const person = (name: string) => `'${people.find((one) => one.name === name)?.id}'`
  await script(`
    insert into public.sources (key, title, license) values ('list', 'List', 'CC0-1.0');
    insert into public.districts (name, boundary) values ('Here', extensions.st_multi(${SQUARE})::extensions.geography);
    insert into public.addresses (source_key, ref, street, house_number, location) values ('list', '1', 'Street', '1', ${POINT});
    insert into public.context_places (source_key, ref, kind, location) values ('list', '1', 'cafe', ${POINT});
    insert into public.import_runs (source_key, profile, file_name) values ('list', 'csv', 'list.csv');
    ${STATES.map(
      (state) => `
    with b as (insert into public.businesses (slug, name, status, source_key, location)
      values ('business-${state}', '${state}', '${state}', 'list', ${POINT}) returning id)
    insert into public.business_disciplines select id, 'design', 'primary' from b;
    insert into public.spaces (slug, name, status, source_key, location)
      values ('space-${state}', '${state}', '${state}', 'list', ${POINT});`,
    ).join('')}
    insert into public.business_wz_codes (business_id, version, code) select id, '2008', '74.10.1' from public.businesses where status = 'published';
    insert into public.source_records (source_key, ref, hash, kind, business_id)
      select 'list', '1', '', 'business', id from public.businesses where status = 'published';
    ${people
      .map(
        ({ name, role, id }) => `
    insert into auth.users (id, email) values ('${id}', '${name}@example.org');
    update public.profiles set role = '${role}' where user_id = '${id}';`,
      )
      .join('')}
    insert into public.proposals (reference, token_hash, type, kind, payload, note, proposer_id) values
      ('KZ-0000-0001', repeat('1', 64), 'new', 'space', '{}', 'members', ${person('member')}),
      ('KZ-0000-0002', repeat('2', 64), 'new', 'space', '{}', 'others', ${person('other')}),
      ('KZ-0000-0003', repeat('3', 64), 'new', 'space', '{}', 'strangers', null);
    insert into public.photos (id, alt_text, license, width_pixels, height_pixels, left_out_at, business_id, space_id, proposal_id)
    select gen_random_uuid(), label, 'cc0', 1, 1, left_out,
      (select id from public.businesses where slug = entry), (select id from public.spaces where slug = entry),
      (select id from public.proposals where note = proposal)
    from (values ('of_business', 'business-published', null, null::timestamptz), ('of_space', 'space-published', null, null),
      ('of_hidden_business', 'business-hidden', null, null), ('of_hidden_space', 'space-hidden', null, null),
      ('left_out', 'business-published', null, now()), ('members', null, 'members', null), ('others', null, 'others', null),
      ('strangers', null, 'strangers', null)) as photo (label, entry, proposal, left_out);
    insert into public.areas (name, outline, is_shared, owner_id) values
      ('planners_draft', ${SQUARE}, false, ${person('planner')}), ('planners_shared', ${SQUARE}, true, ${person('planner')}),
      ('formers_draft', ${SQUARE}, false, ${person('former')}), ('formers_shared', ${SQUARE}, true, ${person('former')});
    ${readFileSync(join(import.meta.dirname, 'rights.sql'), 'utf8')}
    insert into rights.actors values ('anon', 'anon', null), ('service', 'service_role', null), ('gone', 'authenticated', gen_random_uuid())
      ${people.map(({ name, id }) => `, ('${name}', 'authenticated', '${id}')`).join('')};
    ${TRIES.map(
      ([relation, name, statement]) =>
        `insert into rights.tries values ('${relation}', '${name}', $$${statement.replace('@square', SQUARE)}$$);`,
    ).join('')}
    ${Object.entries(RELATIONS)
      .map(
        ([relation, [key, label]]) => `
    insert into rights.rows (relation, key, label, value)
      select distinct on (3) '${relation}', '${key}', ${label}, t.${key}::text from public.${relation} t order by 3;`,
      )
      .join('')}`)
}
