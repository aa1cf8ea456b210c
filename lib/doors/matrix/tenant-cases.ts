import { permissionsOfBuiltIn } from '@/lib/access/rights';
import { type Answer, ask, askAsJob, type Visitor } from './ask';
import { changed } from './digest';
import type { House } from './house';
import { absentLike, choicesOf, positionsOf, withIds } from './positions';
import type { Notes } from './report';
import { essence, leakOf, valuesAt } from './same';
import { sampleOf } from './sample';
import type { Setting } from './setting';
import type { Subject } from './subject';

const api = 'api.rowhouse.localhost';

/** Everybody who is not a member of A, and how each comes to A's door. */
const outsiders = ({ a, b }: Setting): [string, Visitor][] => [
  ['anonymous', { host: a.tenant.host }],
  ['session of another tenant', { ...b.admin, host: a.tenant.host }],
  ['token of another tenant', { host: a.tenant.host, bearer: b.bearer }],
  ['token of another tenant, API host', { host: api, bearer: b.bearer, tenant: a.tenant.slug }],
  ['session of another tenant, API host', { ...b.admin, host: api, tenant: a.tenant.tenantId }],
];

/** Nobody but A's members is let in, nothing is shown to them and nothing changes. */
export async function outsiderCases(subject: Subject, setting: Setting, notes: Notes) {
  const { a } = setting;
  const input = withoutCredentials(sampleOf(subject, a), a);
  const before = await setting.digest(a);
  const isOpen = subject.meta.permission === 'public';
  let first: string | undefined;
  for (const [name, visitor] of outsiders(setting)) {
    const answer = await ask(subject, input, visitor);
    const asked = valuesAt(positionsOf(input, a.ids), a.ids);
    const seen = essence(answer, asked);
    first ??= seen;
    const expected = subject.meta.permission === 'job' ? 404 : 401;
    notes.note(name, leakOf(answer, a, asked) && `shows ${leakOf(answer, a, asked)}`);
    if (isOpen) continue;
    notes.note(name, answer.status === expected ? null : `answers ${text(answer)}`);
    notes.note(name, seen === first ? null : `is told apart from anonymous: ${text(answer)}`);
  }
  if (!isOpen) notes.note('weak role', await weakRole(subject, input, a));
  const tables = changed(before, await setting.digest(a), true);
  notes.note('outsiders', tables.length ? `changed ${tables}` : null);
}

async function weakRole(subject: Subject, input: Input, a: House): Promise<string | null> {
  if (subject.meta.permission === 'job' || guestMay(subject)) return null;
  const answer = await ask(subject, input, a.guest);
  return answer.status === 403 ? null : `a guest is answered ${text(answer)}`;
}

/** An operation without an address has none by accident either, under its name for example. */
export async function noAddressCase({ meta }: Subject, { a }: Setting, notes: Notes) {
  if (meta.path !== null) return;
  for (const path of [`/${meta.name.replaceAll('.', '/')}`, `/${meta.name}`] as const) {
    const subject = { meta: { ...meta, path, method: 'POST' } } as Subject;
    const { status } = await ask(subject, {}, a.admin);
    notes.note(`POST ${path}`, status === 404 ? null : `answers ${status}`);
  }
}

/** An id of A, asked about in B's own house, is answered like one that nothing has. */
export async function foreignIdCases(subject: Subject, setting: Setting, notes: Notes) {
  const { a, b } = setting;
  const before = await setting.digest(a);
  const own = sampleOf(subject, b);
  const nothing = absentLike(a.ids);
  for (const choice of choicesOf(positionsOf(own, b.ids))) {
    const name = `foreign ${choice.map(({ path }) => path.join('.')).join(' and ')}`;
    const foreign = await asMember(subject, withIds(own, choice, a.ids), b);
    const absent = await asMember(subject, withIds(own, choice, nothing), b);
    const asked = valuesAt(choice, a.ids);
    const alike = essence(foreign, asked) === essence(absent, valuesAt(choice, nothing));
    notes.note(name, alike ? null : `is told apart: ${text(foreign)} / ${text(absent)}`);
    const leak = leakOf(foreign, a, asked);
    notes.note(name, leak && `shows ${leak}`);
  }
  const tables = changed(before, await setting.digest(a));
  notes.note('foreign ids', tables.length ? `changed ${tables}` : null);
}

/** The case is real: A's own admin is accepted with the input that the others were refused. */
export async function memberCases(subject: Subject, { a }: Setting, notes: Notes) {
  const input = sampleOf(subject, a);
  const isOpen = subject.meta.permission === 'public';
  const asAdmin = await asMember(subject, input, a);
  // Some doors are for those who are not in yet, such as accepting an invitation, some for programs.
  const { host } = a.tenant;
  const other = isOpen ? { host } : { host, bearer: a.client };
  const answer = asAdmin.status < 300 ? asAdmin : await ask(subject, input, other);
  notes.note('own admin', answer.status < 300 ? null : `was not exercised: ${text(answer)}`);
  if (!guestMay(subject)) return;
  const guest = await ask(subject, sampleOf(subject, a), a.guest);
  notes.note('allowed role', guest.status === 401 ? `a guest is answered ${text(guest)}` : null);
}

/** A module that is off is not there, for whoever may do everything else. */
export async function moduleOffCase(subject: Subject, { world, a }: Setting, notes: Notes) {
  const { module, permission } = subject.meta;
  if (!module || permission === 'job') return;
  const switched = [a.tenant.tenantId, module];
  const [was] = await world.database.query<{ enabled: boolean }>(
    'select enabled from control.tenant_modules where tenant_id = $1 and module = $2',
    switched,
  );
  await world.database.query(
    `insert into control.tenant_modules (tenant_id, id, module, enabled)
     values ($1, app.uuid7(), $2, false)
     on conflict (tenant_id, module) do update set enabled = false`,
    switched,
  );
  const answer = await ask(subject, sampleOf(subject, a), a.admin);
  // As it was, so that a tenant nothing else happened to need not be prepared anew.
  await world.database.query(
    was
      ? 'update control.tenant_modules set enabled = $3 where tenant_id = $1 and module = $2'
      : 'delete from control.tenant_modules where tenant_id = $1 and module = $2 and not $3',
    [...switched, was?.enabled ?? false],
  );
  notes.note('module off', answer.status === 404 ? null : `answers ${text(answer)}`);
}

type Input = Record<string, unknown>;

const guestMay = ({ meta: { permission } }: Subject) =>
  permission === 'signed_in' || permissionsOfBuiltIn('guest').has(permission);

export const asMember = (subject: Subject, input: Input, house: House): Promise<Answer> =>
  subject.meta.permission === 'job'
    ? askAsJob(subject, input, house.tenant.tenantId)
    : ask(subject, input, house.admin);

/** Who holds a credential may come in, so an outsider does not hold one. Plain ids are no credentials. */
function withoutCredentials(input: Input, { ids }: House): Input {
  const secrets = positionsOf(input, ids).filter(({ idName }) => !idName.endsWith('Id'));
  return withIds(input, secrets, absentLike(ids));
}

export const text = ({ status, body }: Answer) => `${status} ${body.slice(0, 300)}`;
