import { randomInt } from 'node:crypto';
import { useCluster } from '@/db/testing/cluster';
import { requestOf, type Visitor } from '@/lib/doors/matrix/ask';
import { prepareHouse } from '@/lib/doors/matrix/house';
import { sampleOf } from '@/lib/doors/matrix/sample';
import { openSetting, type Setting } from '@/lib/doors/matrix/setting';
import { type Subject, subjectsOf } from '@/lib/doors/matrix/subject';
import { ownVisitor } from '@/lib/doors/matrix/zone-cases';
import { handleRest } from '@/lib/doors/rest';
import { openWorld } from '@/lib/doors/testing';
import { router } from '@/lib/router';
import type { ProofContext } from '../testing/proof';

export const name = 'malformed-input';

/** Whatever is sent, the answer is a clear one and shows nothing of the inside. */
export async function run({ adminUrl, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const subjects = subjectsOf(router);
    const setting = await openSetting(world, subjects);
    const rest = subjects.filter(({ meta }) => meta.path !== null);
    const total = size === 'full' ? 5_000 : 300;
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    for (let at = 0; at < total; at += 1) {
      const subject = rest[at % rest.length] as Subject;
      const { status, problem } = await sendSignedIn(subject, setting, at);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (problem) faults.push(`${subject.meta.name}: ${problem}`);
    }
    const spread = [...statuses].sort().map(([status, count]) => `${count} x ${status}`);
    claim({
      name: 'malformed input',
      figure: [`${total} to ${rest.length} operations: ${spread.join(', ')}`, ...faults].join(
        '\n  ',
      ),
      bound: 'no 5xx, no stack, SQL, path or foreign byte, problem documents',
      ok: faults.length === 0 && (statuses.get(422) ?? 0) > total / 4,
    });
    const polluted = Object.keys(Object.prototype).length > 0 || 'polluted' in {};
    claim({
      name: 'prototype keys',
      figure: polluted ? 'Object.prototype was written to' : 'Object.prototype untouched',
      bound: 'untouched',
      ok: !polluted,
    });
  } finally {
    await world.end();
  }
}

const inside =
  /\bat \S+ \(|node_modules|\.ts:\d|\.mjs:\d|\/lib\/|postgres|\bselect .* from\b|insert into|violates|syntax error|drizzle|\bpg_|orpc|ZodError|undefined is not|Cannot read/i;

/** Some malformed writes are valid after all and end the session that asks: then it asks anew. */
async function sendSignedIn(subject: Subject, setting: Setting, at: number) {
  const answer = await send(subject, setting, at);
  if (answer.status !== 401 || subject.meta.permission === 'public') return answer;
  setting.b = await prepareHouse(setting.world, setting.subjects);
  await setting.refresh();
  return await send(subject, setting, at);
}

async function send(subject: Subject, setting: Setting, at: number) {
  const { a } = setting;
  const request = malformed(subject, setting, at);
  const response = await handleRest(request, `10.9.${(at >> 8) & 255}.${at & 255}`);
  const body = await response.text();
  // Staff see every tenant.
  const foreign = subject.meta.permission === 'staff' ? null : a.canary;
  return { status: response.status, problem: problemOf(response, body, foreign) };
}

function problemOf(response: Response, body: string, foreign: string | null): string | null {
  const what = `${response.status} ${body.slice(0, 300)}`;
  if (response.status >= 500) return `answers ${what}`;
  if (foreign !== null && body.includes(foreign)) return `shows another tenant: ${what}`;
  if (response.status < 400) return null;
  if (inside.test(body)) return `shows the inside: ${what}`;
  const type = response.headers.get('content-type') ?? '';
  return type.startsWith('application/problem+json') && 'code' in JSON.parse(body)
    ? null
    : `answers no problem document: ${type} ${what}`;
}

/** Values that have broken parsers, queries and renderers elsewhere. */
const nasty: unknown[] = [
  null,
  true,
  -1,
  0.5,
  Number.MAX_SAFE_INTEGER * 4,
  1e308,
  '',
  ' ',
  "' or 1=1 --",
  '"; drop table collections; --',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '../../etc/passwd',
  ['$', '{7*7}{{7*7}}<%= 7*7 %>'].join(''),
  '=cmd|calc!A0',
  '<script>alert(1)</script>',
  'x'.repeat(20_000),
  '2026-02-30',
  '99999-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  'NaN',
  '1e999',
  '٣',
  '\u202e\u200b',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  [],
  {},
  [[[[[[]]]]]],
  Array.from({ length: 2_000 }, () => 'x'),
  { length: 1 },
  JSON.parse('{"toString":"x","valueOf":null,"then":"x"}'),
  { constructor: { prototype: { polluted: true } } },
  JSON.parse('{"__proto__":{"polluted":true}}'),
];

const rawBodies = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '{"a":1}{"b":2}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
  '\ufeff{}',
  '{"a":"\\ud800"}',
  '\u0000',
];

const mediaTypes = [
  'application/json',
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'nonsense',
];

const pick = <T>(list: readonly T[]): T => list[randomInt(list.length)] as T;

function malformed(subject: Subject, setting: Setting, at: number): Request {
  const visitor = visitorOf(subject, setting);
  const samples = { ...setting.b, ids: { ...setting.b.ids, staffEmail: setting.staffEmail } };
  const input = sampleOf(subject, samples);
  const kind = at % 4;
  if (kind === 0 && subject.meta.method !== 'GET') return rawRequest(subject, input, visitor);
  if (kind === 1) return badQuery(subject, input, visitor);
  const names = Object.keys(subject.schema.properties ?? {});
  const field = names.length > 0 ? pick(names) : 'extra';
  return requestOf(subject, { ...input, [field]: pick(nasty) }, visitor);
}

const visitorOf = (subject: Subject, setting: Setting): Visitor =>
  (subject.meta.zone ?? 'tenant') === 'tenant' ? setting.b.admin : ownVisitor(subject, setting);

function rawRequest(subject: Subject, input: Record<string, unknown>, visitor: Visitor) {
  const sound = requestOf(subject, input, visitor);
  const headers = new Headers(sound.headers);
  headers.set('content-type', pick(mediaTypes));
  return new Request(sound.url, { method: sound.method, headers, body: pick(rawBodies) });
}

const queries = [
  'a[b][c][d][e][f]=1',
  '__proto__[polluted]=1',
  'constructor[prototype][polluted]=1',
  '%',
  '%00=%00',
  '%ff=%fe',
  'limit=1&limit=2',
  'limit[]=1&limit[a]=2',
  'filters[0][field]=x&filters[99999999]=y',
  'size=1e3&page=-0&version=0x10',
  'q=%F0%9F%98%80&search=%00',
  `x=${'y'.repeat(7_000)}`,
];

function badQuery(subject: Subject, input: Record<string, unknown>, visitor: Visitor) {
  const sound = requestOf(subject, input, visitor);
  const url = `${sound.url}${sound.url.includes('?') ? '&' : '?'}${pick(queries)}`;
  const bad =
    randomInt(3) === 0
      ? url.replace(/[0-9a-f-]{36}/, () => pick(['%00', '%', '..%2f', '%c0%ae', 'x']))
      : url;
  const body = sound.method === 'GET' ? null : JSON.stringify({});
  return new Request(bad, { method: sound.method, headers: sound.headers, body });
}
