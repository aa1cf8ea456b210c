import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ClientLine } from './client-line';
import { openNeonLine, openPgLine } from './connect';
import { failureOf, KernelFixture } from './fixture';
import type { Statement } from './line';
import { unnamedMark } from './statement-name';

let fixture: KernelFixture;
let line: ClientLine;

beforeAll(async () => {
  fixture = await KernelFixture.create();
  await fixture.configure('neon-ws');
});

afterAll(() => fixture.drop());

const text = (statement: string, ...values: unknown[]): Statement => ({ text: statement, values });

describe.each([
  ['pg', openPgLine, true],
  ['pg, unnamed', openPgLine, false],
  ['neon-ws', openNeonLine, true],
] as const)('a line over %s', (_name, open, named) => {
  beforeAll(async () => {
    line = await open({ url: fixture.url(), named, connectTimeoutMs: 5_000 });
  });
  afterEach(() => expect(line.status).toBe('I'));
  afterAll(() => line.close());

  it('answers several statements at once, the same one twice among them', async () => {
    const results = await line.run([
      text('select $1::int as n, null as nothing', 1),
      text(''),
      text('select $1::int as n, null as nothing', 2),
      { text: 'select 3', values: [], silent: true },
    ]);
    expect(results.map(({ rows }) => rows)).toEqual([[[1, null]], [], [[2, null]], []]);
    expect(results[0]).toMatchObject({ columns: ['n', 'nothing'], command: 'SELECT', rowCount: 1 });
  });

  it('undoes the whole batch for an error, says which statement, and goes on', async () => {
    await line.run([text('create table if not exists pooled.kept (n int)')]);
    const failure = await failureOf(
      line.run([text('insert into pooled.kept values (1)'), text('select 1 / $1::int', 0)]),
    );
    expect(failure.cause).toMatchObject({ code: '22012', statement: 'select 1 / $1::int' });
    const [left] = await line.run([text('select count(*)::int from pooled.kept')]);
    expect(left?.rows).toEqual([[0]]);
    const [again] = await line.run([text('select 1 / $1::int', 1)]);
    expect(again?.rows).toEqual([[1]]);
  });

  it('runs more different statements than it keeps names for', async () => {
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 450; n++) {
        const [result] = await line.run([text(`select ${n} as n`)]);
        expect(result?.rows).toEqual([[n]]);
      }
    }
    const [kept] = await line.run([text('select count(*)::int from pg_prepared_statements')]);
    expect(kept?.rows[0]?.[0]).toBeLessThanOrEqual(401);
  });

  it('plans a marked statement for the values of each call, and keeps no plan of it', async () => {
    const marked = `select $1::int + $2::int as sum ${unnamedMark}`;
    for (let n = 0; n < 7; n++) {
      const [sum] = await line.run([text(marked, n, 1)]);
      expect(sum?.rows).toEqual([[n + 1]]);
    }
    const [kept] = await line.run([
      text(
        `select count(*)::int from pg_prepared_statements where name <> '' and statement = $1`,
        marked,
      ),
    ]);
    expect(kept?.rows).toEqual([[0]]);
  });

  it('finds a statement that the server forgot', async () => {
    await line.run([text('select 5 as five')]);
    await line.run([text('deallocate all')]);
    const [result] = await line.run([text('select 5 as five')]);
    expect(result?.rows).toEqual([[5]]);
  });

  it('reads rows out by COPY as none, and keeps in step', async () => {
    const [copied] = await line.run([text('copy (select 1) to stdout')]);
    expect(copied).toMatchObject({ command: 'COPY', rows: [] });
    expect((await line.run([text('select 1')]))[0]?.rows).toEqual([[1]]);
  });
});

it('gives up a line that was asked to COPY in', async () => {
  const doomed = await openPgLine({ url: fixture.url(), named: true, connectTimeoutMs: 5_000 });
  await doomed.run([text('create table if not exists pooled.kept (n int)')]);
  const failure = await failureOf(doomed.run([text('copy pooled.kept from stdin')]));
  expect(failure.kind).toBe('unsupported');
  expect(doomed.broken).toBe(true);
});

it('says what kept it from connecting, without the password', async () => {
  const url = new URL(fixture.url('kernel_web'));
  url.password = 'wrong-password';
  const failure = await failureOf(
    openPgLine({ url: url.href, named: true, connectTimeoutMs: 5_000 }),
  );
  expect(failure).toMatchObject({ kind: 'denied', code: '28P01' });
  expect(failure.message).not.toContain('wrong-password');
  url.port = '1';
  expect(
    (await failureOf(openPgLine({ url: url.href, named: true, connectTimeoutMs: 5_000 }))).kind,
  ).toBe('unavailable');
});
