import { sessionCookie, staffCookie } from '@/lib/identity/cookies';
import { ask, type Visitor } from './ask';
import type { Notes } from './report';
import { leakOf } from './same';
import { sampleOf } from './sample';
import type { Setting } from './setting';
import { placeOf, type Subject } from './subject';
import { text } from './tenant-cases';

/** Shows every mail on purpose, where mails do not leave a developer's own machine. */
export const showsAll = new Set(['mailbox.list']);

/** Site and console: a tenant's people are nobody there, and staff are nobody on a tenant's host. */
export async function zoneCases(subject: Subject, setting: Setting, notes: Notes) {
  const { a, staff } = setting;
  const samples = { ...a, ids: { ...a.ids, staffEmail: setting.staffEmail } };
  const own = ownVisitor(subject, setting);
  for (const [name, visitor] of strangers(subject, setting)) {
    const answer = await ask(subject, sampleOf(subject, samples), visitor);
    const expected = visitor.host === own.host ? 401 : 404;
    notes.note(name, answer.status === expected ? null : `answers ${text(answer)}`);
    const leak = leakOf(answer, a, Object.values(samples.ids));
    notes.note(name, leak && `shows ${leak}`);
  }
  const answer = await ask(subject, sampleOf(subject, samples), own);
  notes.note('own visitor', answer.status < 300 ? null : `was not exercised: ${text(answer)}`);
  const isOpen = own !== staff && !showsAll.has(subject.meta.name);
  const leak = isOpen ? leakOf(answer, a, Object.values(samples.ids)) : null;
  notes.note('own visitor', leak && `shows ${leak}`);
}

/** Who a zone's operation is for: staff on the console, anybody on the site. */
export function ownVisitor(subject: Subject, { staff }: Setting): Visitor {
  if (subject.meta.permission === 'staff') return staff;
  return { host: placeOf(subject) === 'console' ? staff.host : 'rowhouse.localhost' };
}

function strangers(subject: Subject, { a, staff }: Setting): [string, Visitor][] {
  const session = a.admin.cookie?.split('=')[1];
  const staffToken = staff.cookie?.split('=')[1];
  const elsewhere: [string, Visitor][] = [
    ['admin on own host', a.admin],
    ['staff on a tenant host', { ...staff, host: a.tenant.host }],
    ['staff as a session', { host: a.tenant.host, cookie: `${sessionCookie()}=${staffToken}` }],
    ['anonymous on a tenant host', { host: a.tenant.host }],
  ];
  if (subject.meta.permission !== 'staff') return elsewhere;
  return [
    ...elsewhere,
    ['anonymous', { host: staff.host }],
    ['admin of a tenant', { ...a.admin, host: staff.host }],
    ['session as staff', { host: staff.host, cookie: `${staffCookie()}=${session}` }],
    ['token of a tenant', { host: staff.host, bearer: a.bearer }],
  ];
}
