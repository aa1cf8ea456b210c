import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { setStatus, type TestTenant } from '@/lib/doors/testing';
import { fieldProcedures } from '../fields/procedures';
import { recordProcedures as records } from '../records/procedures';
import { mintCollection, turnOff } from '../testing/actors';
import { openAttaching, png } from '../testing/attaching';
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

/** Somebody of the street, each from an address of their own. */
const guest = (tenant: TestTenant = at.actors.tenant): DoorCall => {
  visitor += 1;
  return { ...at.world.anonymous(tenant), address: `203.0.113.${visitor}` };
};
const pass = (formId = form.id, ageMs = 10_000) =>
  mintPass({ tenantId: at.actors.tenant.tenantId, formId }, Date.now() - ageMs);
const send = (values: Record<string, string | string[]>, more: object = {}, call = guest()) =>
  invoke(forms.submit, { token: form.token, pass: pass(), values, ...more }, call);
const stored = async () =>
  (await invoke(records.list, { collectionId: made.id }, at.actors.admin.call())).records;
const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'ok',
    ({ code }: { code: string }) => code,
  );
const design = (more: object = {}) => ({
  collectionId: made.id,
  title: 'Apply',
  fields: ['Name', 'Level', 'Photo', 'Mail'].map((name) => ({
    fieldId: made.fields[name]?.id ?? '',
    required: name === 'Name',
    label: name === 'Name' ? 'Your name' : '',
  })),
  ...more,
});
const save = (more: object = {}) => invoke(forms.save, design(more), at.actors.admin.call());
const publish = () => invoke(forms.publish, { collectionId: made.id }, at.actors.admin.call());

beforeEach(async () => {
  made = await mintCollection(at.actors.admin, `Applicants ${uuidv7()}`, [
    { name: 'Name', type: 'text', options: { maxLength: 20 } },
    { name: 'Level', type: 'select', options: { choices: [{ id: 'low', name: 'Low' }] } },
    { name: 'Photo', type: 'file', options: { maxFiles: 1, kinds: ['image'] } },
    { name: 'Mail', type: 'email', unique: true },
    { name: 'Secret note', type: 'text', default: 'unread' },
    { name: 'Judge', type: 'person' },
  ]);
  await save({ mailsMe: true });
  form = await publish();
});

describe('a form for guests', () => {
  it('shows what it asks and nothing else', async () => {
    const shown = await invoke(forms.show, { token: form.token }, guest());
    expect(shown).toMatchObject({ title: 'Apply', shut: null });
    expect(shown.questions.map(({ key, label, required }) => [key, label, required])).toEqual([
      ['name', 'Your name', true],
      ['level', 'Level', false],
      ['photo', 'Photo', false],
      ['mail', 'Mail', false],
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/secret|judge|unread|Applicants/i);
    expect(form.url).toContain(`/f/${form.token}`);
  });

  it('makes a record of answers, by nobody, with defaults and files', async () => {
    const photo = new File([png], 'me.png');
    const answer = await send(
      { name: 'Kim', level: 'low', mail: 'kim@example.com', photo: ['x'] },
      { files: { photo: [photo] } },
    );
    expect(answer).toEqual({ thanks: expect.any(String), redirectUrl: null });
    const [record] = await stored();
    expect(record).toMatchObject({
      createdBy: null,
      data: { name: 'Kim', level: 'low', mail: 'kim@example.com', secret_note: 'unread' },
    });
    const [ref] = (record?.data.photo ?? []) as string[];
    const fileId = String(ref).slice(0, 36);
    expect((await at.download(fileId)).size).toBe(png.length);
    const [entry] = await at.world.rowsOf<{ actor_kind: string; target_kind: string }>(
      at.actors.tenant,
      `select actor_kind, target_kind from audit_events where tenant_id = $1 and target_id = $2`,
      [at.actors.tenant.tenantId, record?.id],
    );
    expect(entry).toEqual({ actor_kind: 'anonymous', target_kind: 'record' });
    const jobs = await at.world.rowsOf(
      at.actors.tenant,
      `select job from outbox where tenant_id = $1 and job = 'forms.tell'
         and payload ->> 'recordId' = $2`,
      [at.actors.tenant.tenantId, record?.id],
    );
    expect(jobs).toHaveLength(1);
  });

  it('says what is wrong by field and keeps nothing of it', async () => {
    const before = await at.stored();
    const wrong = await send(
      { level: 'high', mail: 'nobody' },
      { files: { photo: [new File(['text'], 'me.png'), new File([png], 'b.png')] } },
    ).catch((error) => error);
    expect(wrong).toMatchObject({
      code: 'invalid',
      fields: {
        'values.name': 'Name must not be empty.',
        'values.level': expect.any(String),
        'values.mail': expect.any(String),
        'values.photo': 'Photo takes one file.',
      },
    });
    const fake = await send({ name: 'K' }, { files: { photo: [new File(['text'], 'me.png')] } })
      .then(() => null)
      .catch((error) => error.fields);
    expect(fake).toEqual({ 'values.photo': 'Photo takes pictures only.' });
    expect(await stored()).toEqual([]);
    expect(await at.stored()).toEqual(before);
  });

  it('does not say who has a value, and leaves no file of what it refused', async () => {
    await send({ name: 'Kim Min', mail: 'kim@example.com' });
    const before = await at.stored();
    const again = pass();
    const taken = (mail: string) =>
      send({ name: 'Lee', mail }, { pass: again, files: { photo: [new File([png], 'a.png')] } });
    const refused = await taken('kim@example.com').catch((error) => error);
    expect(refused.fields).toEqual({ 'values.mail': 'Mail was given before.' });
    expect(JSON.stringify(refused)).not.toContain('Kim Min');
    expect(await at.stored()).toEqual(before);
    // Mended, it goes with the same pass.
    await taken('lee@example.com');
    expect(await stored()).toHaveLength(2);
  });

  it('takes nothing for fields that it does not ask for', async () => {
    await send({
      name: 'Kim',
      secret_note: 'mine',
      judge: at.actors.admin.userId,
      __proto__x: 'y',
    });
    expect((await stored())[0]?.data).toMatchObject({ secret_note: 'unread', judge: null });
    const file = await at.upload('x', 'x.txt');
    await send({ name: 'Lee', photo: [file.id] });
    expect((await stored()).map(({ data }) => data.photo)).toEqual([null, null]);
    const judge = made.fields.Judge?.id ?? '';
    await expect(save({ fields: [{ fieldId: judge }] })).rejects.toMatchObject({
      code: 'invalid',
      fields: { 'fields.0.fieldId': expect.stringContaining('Judge') },
    });
  });
});

describe('the guard of a form', () => {
  it('takes a pass once, also when it is sent twice at once', async () => {
    const own = pass();
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) => codeOf(send({ name }, { pass: own }))),
    );
    expect(answers.sort()).toEqual(['conflict', 'conflict', 'ok']);
    expect(await stored()).toHaveLength(1);
  });

  it('refuses passes that are made up, of another form, too fresh or too old', async () => {
    const flipped = `${pass().slice(0, -2)}AA`;
    const made = [flipped, '', pass(uuidv7()), pass(form.id, 25 * 3_600_000)];
    for (const one of made) {
      await expect(send({ name: 'x' }, { pass: one })).rejects.toMatchObject({
        code: 'invalid',
        fields: { pass: expect.any(String) },
      });
    }
    expect(await codeOf(send({ name: 'x' }, { pass: pass(form.id, 0) }))).toBe('precondition');
    expect(await stored()).toEqual([]);
  });

  it('thanks whoever fills in what nobody sees, and keeps nothing', async () => {
    expect(await send({ name: 'bot' }, { website: 'http://spam.example' })).toMatchObject({
      thanks: expect.any(String),
    });
    expect(await stored()).toEqual([]);
  });

  it('lets one address try only so often', async () => {
    const call = guest();
    const codes: string[] = [];
    for (let n = 0; n < 25; n += 1) codes.push(await codeOf(send({ name: `${n}` }, {}, call)));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(20);
    expect(new Set(codes.slice(20))).toEqual(new Set(['limit']));
    expect(await codeOf(send({ name: 'other' }))).toBe('ok');
  });

  it('refuses what is too large', async () => {
    await expect(send({ name: 'x'.repeat(20_001) })).rejects.toMatchObject({ code: 'invalid' });
    const large = [new File([png, new Uint8Array(9 * 1024 * 1024)], 'large.png')];
    const refused = await send({ name: 'x' }, { files: { photo: large } }).catch((e) => e.fields);
    expect(refused).toEqual({ 'values.photo': 'All files together may have 8 MB.' });
  });

  it('stops at its maximum, also for answers that come at once', async () => {
    await save({ maxAnswers: 2 });
    const codes = await Promise.all(['a', 'b', 'c'].map((name) => codeOf(send({ name }))));
    expect(codes.sort()).toEqual(['ok', 'ok', 'precondition']);
    expect((await invoke(forms.show, { token: form.token }, guest())).shut).toBe('full');
  });
});

describe('who may do what with a form', () => {
  it('is closed, not yet open and over in words of its own', async () => {
    const shut = async () => (await invoke(forms.show, { token: form.token }, guest())).shut;
    await save({ opensOn: '2999-01-01' });
    expect([await shut(), await codeOf(send({ name: 'x' }))]).toEqual(['early', 'precondition']);
    await save({ closesOn: '2020-01-01' });
    expect([await shut(), await codeOf(send({ name: 'x' }))]).toEqual(['late', 'precondition']);
    await invoke(forms.close, { collectionId: made.id }, at.actors.admin.call());
    const closed = await invoke(forms.show, { token: form.token }, guest());
    expect(closed).toMatchObject({ shut: 'closed', questions: [] });
    await expect(save({ opensOn: '2026-02-01', closesOn: '2026-01-01' })).rejects.toMatchObject({
      fields: { closesOn: expect.any(String) },
    });
    await expect(save({ redirectUrl: 'javascript:alert(1)' })).rejects.toMatchObject({
      fields: { redirectUrl: expect.any(String) },
    });
  });

  it('is nothing to guests while it is a draft, of another tenant, or of a deleted collection', async () => {
    const { admin, stranger } = at.actors;
    const other = await mintCollection(admin, `Drafts ${uuidv7()}`, [{ name: 'A', type: 'text' }]);
    const fields = [{ fieldId: other.fields.A?.id ?? '' }];
    const draft = await invoke(
      forms.save,
      { collectionId: other.id, title: 'Draft', fields },
      admin.call(),
    );
    const show = (token: string, call: DoorCall) => codeOf(invoke(forms.show, { token }, call));
    expect(await show(draft.token, guest())).toBe('not_found');
    expect(await show(draft.token, at.actors.basic.call())).toBe('not_found');
    expect(await show(draft.token, admin.call())).toBe('ok');
    expect(await show(form.token, stranger.call())).toBe('not_found');
    expect(await show('A'.repeat(22), guest())).toBe('not_found');
    expect(await codeOf(send({ name: 'x' }, { token: draft.token }))).toBe('not_found');
    const of = { collectionId: made.id };
    for (const act of [
      (call: DoorCall) => invoke(forms.get, of, call),
      (call: DoorCall) => invoke(forms.publish, of, call),
      (call: DoorCall) => invoke(forms.close, of, call),
    ]) {
      expect(await codeOf(act(stranger.call()))).toBe('not_found');
      expect(await codeOf(act(at.actors.basic.call()))).toBe('forbidden');
    }
    expect(await codeOf(invoke(forms.save, design(), at.actors.basic.call()))).toBe('forbidden');
    expect(await codeOf(invoke(forms.save, design(), stranger.call()))).toBe('not_found');
  });

  it('must ask for what every record needs', async () => {
    const { admin } = at.actors;
    const own = { collectionId: made.id, fieldId: made.fields.Level?.id ?? '' };
    await invoke(fieldProcedures.update, { ...own, required: true }, admin.call());
    const [name] = design().fields;
    await expect(save({ fields: name ? [name] : [] })).rejects.toMatchObject({
      code: 'precondition',
      message: expect.stringContaining('Level'),
    });
    expect(await send({ name: 'x' }).catch((error) => error.fields)).toEqual({
      'values.level': 'Level must not be empty.',
    });
  });

  it('is gone with its module and shut with its tenant', async () => {
    await setStatus(at.actors.tenant, 'suspended');
    expect(await codeOf(send({ name: 'x' }))).toBe('precondition');
    await setStatus(at.actors.tenant, 'active');
    await turnOff(at.actors.tenant);
    expect(await codeOf(invoke(forms.show, { token: form.token }, guest()))).toBe('not_found');
    expect(await codeOf(send({ name: 'x' }))).toBe('not_found');
  });
});
