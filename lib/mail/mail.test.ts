import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { invoke } from '../doors/callable';
import { runJob } from '../doors/job';
import { openWorld, type World } from '../doors/testing';
import { webCall } from '../doors/web-call';
import { mailProcedures } from './procedures';
import { seal } from './sealing';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.end());

const letter = {
  to: 'reader@example.com',
  senderName: 'Gangnam <script>',
  subject: 'Hello',
  text: 'Plain words',
  html: '<p>Plain words</p>',
};

const kept = () =>
  invoke(
    mailProcedures.mailbox.list,
    {},
    webCall('rest', new Headers({ host: 'rowhouse.localhost' }), '127.0.0.1'),
  );

it('keeps a delivered mail on this machine, once however often the job is repeated', async () => {
  const { tenantId } = await world.tenant();
  const input = { sealed: seal(JSON.stringify(letter)) };
  const job = {
    tenantId,
    plane: 'control',
    outboxId: uuidv7(),
    job: 'mail.deliver',
    input,
  } as const;
  await runJob(job);
  await runJob(job);
  const { mails } = await kept();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ recipient: letter.to, subject: letter.subject });
});

it('delivers nothing that was not sealed here', async () => {
  const { tenantId } = await world.tenant();
  const sealed = `${seal(JSON.stringify(letter)).slice(0, -4)}AAAA`;
  const job = { tenantId, plane: 'control', outboxId: uuidv7(), job: 'mail.deliver' } as const;
  await expect(runJob({ ...job, input: { sealed } })).rejects.toThrow();
});
