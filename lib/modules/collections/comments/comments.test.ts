import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '@/lib/doors/callable';
import { runJob } from '@/lib/doors/job';
import { openWorld, type World } from '@/lib/doors/testing';
import { recordProcedures as records } from '../records/procedures';
import { type Actors, mintActors, mintCollection, turnOff } from '../testing/actors';
import { fromWriting, piecesOf, toWriting } from './mentions';
import { commentProcedures as comments } from './procedures';

const absent = '019ab000-0000-7000-8000-000000000000';

describe('comments on a record', () => {
  let world: World;
  let actors: Actors;
  let place: { collectionId: string; recordId: string };

  beforeAll(async () => {
    world = await openWorld();
    actors = await mintActors(world);
    const fields = [{ name: 'Name', type: 'text' as const }];
    const collectionId = (await mintCollection(actors.admin, 'Talk', fields)).id;
    const data = { name: 'Subject' };
    const { id } = await invoke(records.create, { collectionId, data }, actors.admin.call());
    place = { collectionId, recordId: id };
  });
  afterAll(() => world.end());

  const say = (body: string, member = actors.basic) =>
    invoke(comments.create, { ...place, body }, member.call());
  const list = (more: object = {}) =>
    invoke(comments.list, { ...place, ...more }, actors.guest.call());

  it('are written, changed and deleted by who wrote them, and counted', async () => {
    const { basic, admin } = actors;
    const { id } = await say('  <b>Hello</b>\nthere ');
    expect((await list()).comments[0]).toMatchObject({
      body: '<b>Hello</b>\nthere',
      by: { id: basic.userId },
      editedAt: null,
    });
    const change = (member: typeof admin) =>
      invoke(comments.update, { ...place, commentId: id, body: 'Better' }, member.call());
    await expect(change(admin)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await change(basic)).editedAt).not.toBeNull();
    expect(await list()).toMatchObject({ total: 1, comments: [{ body: 'Better' }] });
    await invoke(comments.delete, { ...place, commentId: id }, basic.call());
    expect((await list()).total).toBe(0);
  });

  it('may be deleted by an admin, but by no other member', async () => {
    const { id } = await say('Mine', actors.admin);
    const remove = (commentId: string, member: Actors['admin']) =>
      invoke(comments.delete, { ...place, commentId }, member.call());
    await expect(remove(id, actors.basic)).rejects.toMatchObject({ code: 'forbidden' });
    const theirs = await say('Theirs');
    await remove(theirs.id, actors.admin);
    await remove(id, actors.admin);
    await expect(remove(id, actors.admin)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('tell whom they mention by mail, once and without their text', async () => {
    const { admin, basic, tenant } = actors;
    const body = `Ask @[${admin.userId}] and @[${admin.userId}] or @[${basic.userId}]`;
    const { id } = await say(body);
    const jobs = () =>
      world.rowsOf<{ payload: Record<string, unknown> }>(
        tenant,
        `select payload from outbox where tenant_id = $1 and job = 'comments.tell'`,
        [tenant.tenantId],
      );
    const [job, ...more] = await jobs();
    expect(more).toEqual([]);
    expect(job?.payload).toMatchObject({ commentId: id, userId: admin.userId });
    expect((await list()).people.map((person) => person.id).sort()).toEqual(
      [admin.userId, basic.userId].sort(),
    );
    const run = { tenantId: tenant.tenantId, plane: 'tenant', outboxId: uuidv7() } as const;
    const mails = () =>
      world.database.query<{ n: string }>(
        `select count(*) as n from control.outbox where tenant_id = $1 and job = 'mail.deliver'`,
        [tenant.tenantId],
      );
    await runJob({ ...run, job: 'comments.tell', input: job?.payload ?? {} });
    await runJob({ ...run, job: 'comments.tell', input: job?.payload ?? {} });
    expect(Number((await mails())[0]?.n)).toBe(1);
    await invoke(comments.update, { ...place, commentId: id, body: `${body}!` }, basic.call());
    expect(await jobs()).toHaveLength(1);
    await invoke(comments.delete, { ...place, commentId: id }, basic.call());
  });

  it('refuse what is empty, too long, or mentions a stranger', async () => {
    const wrong = { code: 'invalid', fields: { body: expect.any(String) } };
    await expect(say('   ')).rejects.toMatchObject(wrong);
    await expect(say('x'.repeat(4_001))).rejects.toMatchObject(wrong);
    await expect(say(`@[${absent}]`)).rejects.toMatchObject(wrong);
    await expect(say(`@[${actors.stranger.userId}]`)).rejects.toMatchObject(wrong);
    expect((await list()).total).toBe(0);
  });

  it('come page by page', async () => {
    for (const n of [1, 2, 3]) await say(`n${n}`);
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
    const bodies = [...first.comments, ...second.comments].map(({ body }) => body);
    expect(bodies).toEqual(['n3', 'n2', 'n1']);
    expect(second.nextCursor).toBeNull();
  });

  it('hold mentions as ids and show them as names', () => {
    const people = [
      { id: absent, name: 'Kim' },
      { id: absent.replace('ab', 'ac'), name: 'Kim Min' },
    ];
    const kept = fromWriting('Ask @Kim Min, not @Kim', people);
    expect(kept).toBe(`Ask @[${people[1]?.id}], not @[${absent}]`);
    expect(toWriting(kept, people)).toBe('Ask @Kim Min, not @Kim');
    expect(piecesOf(kept)).toEqual([
      { text: 'Ask ' },
      { id: people[1]?.id },
      { text: ', not ' },
      { id: absent },
    ]);
  });

  it('answer a foreign and an absent id alike, and know each role', async () => {
    const { guest, stranger, admin } = actors;
    const { id: commentId } = await say('Here');
    const cases = [
      [comments.list, {}, false],
      [comments.create, { body: 'x' }, true],
      [comments.update, { commentId, body: 'x' }, true],
      [comments.delete, { commentId }, true],
    ] as const;
    const fail = async (p: unknown, input: object, member: typeof admin) =>
      await invoke(p as never, { ...place, ...input } as never, member.call() as never).then(
        () => 'ok',
        (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
      );
    for (const [p, input, writes] of cases) {
      const foreign = await fail(p, input, stranger);
      expect(foreign).toBe('not_found: This collection does not exist.');
      expect(await fail(p, { ...input, collectionId: absent }, admin)).toBe(foreign);
      expect(await fail(p, { ...input, recordId: absent }, admin)).toMatch(/^not_found/);
      expect((await fail(p, input, guest)).startsWith('forbidden')).toBe(writes);
    }
    await turnOff(actors.tenant);
    for (const [p, input] of cases) expect(await fail(p, input, admin)).toMatch(/^not_found/);
  });
});
