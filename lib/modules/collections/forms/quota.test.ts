import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { recordProcedures as records } from '../records/procedures';
import { mintCollection } from '../testing/actors';
import { openAttaching, png } from '../testing/attaching';
import { spendPass } from './guard';
import { mintPass } from './pass';
import { formProcedures as forms } from './procedures';
import type { Form } from './shapes';

let at: Awaited<ReturnType<typeof openAttaching>>;
let made: Awaited<ReturnType<typeof mintCollection>>;
let form: Form;
let visitor = 0;

beforeAll(async () => {
  at = await openAttaching();
});
afterAll(() => at.end());

beforeEach(async () => {
  const { admin } = at.actors;
  made = await mintCollection(admin, `Applicants ${uuidv7()}`, [
    { name: 'Name', type: 'text' },
    { name: 'Photo', type: 'file', options: { maxFiles: 3 } },
  ]);
  const fields = Object.values(made.fields).map(({ id: fieldId }) => ({ fieldId }));
  await invoke(forms.save, { collectionId: made.id, title: 'Apply', fields }, admin.call());
  form = await invoke(forms.publish, { collectionId: made.id }, admin.call());
});

const pass = () =>
  mintPass({ tenantId: at.actors.tenant.tenantId, formId: form.id }, Date.now() - 10_000);
const send = (files: File[] = [], own = pass()) => {
  visitor += 1;
  const call = { ...at.world.anonymous(at.actors.tenant), address: `198.51.100.${visitor}` };
  const values = { name: `Guest ${visitor}` };
  return invoke(
    forms.submit,
    { token: form.token, pass: own, values, files: { photo: files } },
    call,
  );
};
const photo = () => new File([png], 'me.png');
const stored = async () =>
  (await invoke(records.list, { collectionId: made.id }, at.actors.admin.call())).records;
const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'ok',
    ({ code }: { code: string }) => code,
  );

/** Files that guests left before, as rows alone. */
const leave = async (count: number, { megabytes = 0, daysAgo = 0, by = null as string | null }) => {
  const { tenantId } = at.actors.tenant;
  await at.world.rowsOf(
    at.actors.tenant,
    `insert into files (tenant_id, id, name, media_type, size_bytes, purpose, state, field_id, created_by, created_at)
     select $1, gen_random_uuid(), 'a', 'text/plain', $2::bigint, 'attachment', 'ready', $3, $4,
       now() - make_interval(days => $5) from generate_series(1, $6)`,
    [tenantId, megabytes * 1024 * 1024, made.fields.Photo?.id, by, daysAgo, count],
  );
};

describe('what guests may leave in a form', () => {
  it('ends for the day at a number of files, and says so where the files are chosen', async () => {
    await leave(999, {});
    await send([photo()]);
    const own = pass();
    const before = await at.stored();
    const refused = await send([photo()], own).catch((error) => error);
    expect(refused).toMatchObject({
      code: 'limit',
      fields: { 'values.photo': expect.stringContaining('try again tomorrow') },
    });
    expect(await at.stored()).toEqual(before);
    // Nothing was lost: the same answers go without files, with the same pass.
    expect(await codeOf(send([], own))).toBe('ok');
    expect(await stored()).toHaveLength(2);
  });

  it('ends for the day at a number of bytes, whichever members uploaded, and begins anew', async () => {
    await leave(5, { megabytes: 100, by: at.actors.admin.userId });
    await leave(5, { megabytes: 100, daysAgo: 2 });
    expect(await codeOf(send([photo()]))).toBe('ok');
    await leave(5, { megabytes: 100 });
    expect(await codeOf(send([photo()]))).toBe('limit');
  });

  it('ends at all that is kept', async () => {
    await leave(50, { megabytes: 100, daysAgo: 9 });
    const refused = await send([photo()]).catch((error) => error);
    expect(refused.fields['values.photo']).toContain('no room for more files.');
  });

  it('is counted also of answers that come at once', async () => {
    await leave(997, {});
    const codes = await Promise.all([1, 2, 3, 4, 5].map(() => codeOf(send([photo()]))));
    expect(codes.sort()).toEqual(['limit', 'limit', 'ok', 'ok', 'ok']);
    expect(await stored()).toHaveLength(3);
  });
});

describe('ten thousand answers at once', () => {
  it('are bounded by what a form takes in an hour, however many addresses they come from', async () => {
    const knock = { tenantId: at.actors.tenant.tenantId, formId: form.id };
    for (let n = 0; n < 590; n += 1) await spendPass({ ...knock, pass: uuidv7() });
    const codes = await Promise.all(Array.from({ length: 25 }, () => codeOf(send())));
    expect(codes.sort()).toEqual([...Array(15).fill('limit'), ...Array(10).fill('ok')]);
    expect(await stored()).toHaveLength(10);
  });

  it('wait for each other, and leave room for everybody else', async () => {
    const crowd = Promise.allSettled(Array.from({ length: 60 }, () => send()));
    // What others do meanwhile finds a connection: whoever waits for a form holds none.
    for (let n = 0; n < 5; n += 1) await stored();
    const codes = (await crowd).map((one) =>
      one.status === 'fulfilled' ? 'ok' : (one.reason as { code: string }).code,
    );
    expect(codes.filter((code) => code !== 'ok' && code !== 'limit')).toEqual([]);
    expect(codes.filter((code) => code === 'ok').length).toBeGreaterThan(40);
  });
});
