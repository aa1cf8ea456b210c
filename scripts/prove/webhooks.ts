import { setTimeout as pause } from 'node:timers/promises';
import { Webhook as Verifier } from 'standardwebhooks';
import { useCluster } from '@/db/testing/cluster';
import { invoke } from '@/lib/doors/callable';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { webhookProcedures } from '@/lib/webhooks/procedures';
import { type Answering, type Received, well } from '@/lib/webhooks/testing/receiver';
import type { ProofContext } from '../testing/proof';
import { type Line, openWebhookStage, type WebhookStage } from '../testing/webhook-stage';
import { furnishQueue, startWorker } from '../testing/worker';

export const name = 'webhooks';

const { rotate, get } = webhookProcedures.webhooks;
const sizes = {
  small: { messages: 150, hanging: 6, behind: 12 },
  full: { messages: 5_000, hanging: 10, behind: 200 },
};
const atOnce = 500;
const timeoutMs = 8_000;

/**
 * What is sent is what the public verifier takes, and nothing that was altered; receivers that hang,
 * fail, answer too late or are gone lose nothing and hold up nobody.
 */
export async function run({ adminUrl, size, scratch, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  log.level = 'error';
  const stage = await openWebhookStage();
  try {
    await claimSignatures(stage, sizes[size].messages, claim);
    await claimRotation(stage, claim);
    await claimTroubled(stage, claim);
    await claimNeighbours(stage, { ...sizes[size], scratch, claim });
  } finally {
    await stage.end();
  }
}

type Claim = ProofContext['claim'];

function accepts(secret: string, { headers, body }: Received): boolean {
  try {
    new Verifier(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

async function claimSignatures(stage: WebhookStage, messages: number, claim: Claim) {
  const line = await stage.line();
  const ids: string[] = [];
  // No more wait at a time than may wait for one webhook.
  for (let left = messages; left > 0; left -= atOnce) {
    ids.push(...(await stage.happen(line.tenant, Math.min(left, atOnce))));
    await stage.run();
  }
  const { received } = line.receiver;
  const taken = received.filter((one) => accepts(line.secret, one)).length;
  const came = new Set(received.map(({ headers }) => headers['webhook-id']));
  const missing = ids.filter((id) => !came.has(`evt_${id}`)).length;
  claim({
    name: `of ${messages} messages`,
    figure: `${received.length} came, ${taken} taken by the public verifier, ${missing} missing`,
    bound: 'each comes once and is taken',
    ok: received.length === messages && taken === messages && missing === 0,
  });
  const other = await stage.line();
  const wrong: string[] = [];
  let altered = 0;
  for (const one of received.slice(0, 150)) {
    for (const [what, bad] of alterations(one)) {
      altered += 1;
      if (accepts(line.secret, bad)) wrong.push(what);
    }
    altered += 1;
    if (accepts(other.secret, one)) wrong.push('the secret of another webhook');
  }
  claim({
    name: `of ${altered} messages with a bit flipped, or shown to another secret`,
    figure: [...new Set(wrong)].join(', ') || '0 taken',
    bound: 'none is taken',
    ok: wrong.length === 0 && altered > 0,
  });
}

/** A message with one bit of each of its parts flipped. */
function alterations({ headers, body }: Received): [string, Received][] {
  const at = Math.floor(Math.random() * body.length);
  const flipped = (text: string, place: number) =>
    text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ 1) + text.slice(place + 1);
  const header = (name: string, place: number): [string, Received] => [
    name,
    { body, headers: { ...headers, [name]: flipped(headers[name] ?? '', place) } },
  ];
  const signature = headers['webhook-signature'] ?? '';
  return [
    ['body', { headers, body: flipped(body, at) }],
    ['end of body', { headers, body: `${body} ` }],
    header('webhook-id', 10),
    header('webhook-timestamp', (headers['webhook-timestamp'] ?? '').length - 1),
    header('webhook-signature', 3 + Math.floor(Math.random() * (signature.length - 8))),
  ];
}

async function claimRotation(stage: WebhookStage, claim: Claim) {
  const line = await stage.line();
  const { secret: next } = await invoke(
    rotate,
    { id: line.webhookId, overlapHours: 1 },
    line.admin.call(),
  );
  line.receiver.received.length = 0;
  await stage.happen(line.tenant, 20);
  await stage.run();
  // The rotation itself is an event that the webhook hears of.
  const during = line.receiver.received.filter(
    (one) => accepts(line.secret, one) && accepts(next, one),
  ).length;
  const came = line.receiver.received.length;
  await stage.world.database.query(
    `update control.webhook_endpoints set former_until = now() - interval '1 second' where id = $1`,
    [line.webhookId],
  );
  line.receiver.received.length = 0;
  await stage.happen(line.tenant, 20);
  await stage.run();
  const after = line.receiver.received;
  const old = after.filter((one) => accepts(line.secret, one)).length;
  const fresh = after.filter((one) => accepts(next, one)).length;
  claim({
    name: 'rotation',
    figure: `${during} of ${came} taken with either secret meanwhile; afterwards ${fresh} of ${after.length} with the new one and ${old} with the old one`,
    bound: 'all with both, then all with the new one and none with the old one',
    ok: came >= 20 && during === came && after.length === 20 && fresh === 20 && old === 0,
  });
}

const troubles: Record<string, Answering> = {
  hangs: () => {},
  'answers too late': (response) => void pause(timeoutMs + 1_500).then(() => well(response, none)),
  fails: (response) => response.writeHead(500).end(),
  'is overrun': (response) => response.writeHead(429, { 'retry-after': '2' }).end(),
  'breaks off': (response) => response.destroy(),
  'leads elsewhere': (response) => response.writeHead(302, { location: 'https://1.1.1.1/' }).end(),
  floods: (response) => response.writeHead(500).end('x'.repeat(3_000_000)),
};
const none: Received = { headers: {}, body: '' };

/** Each is in trouble at first and well later: all that happened arrives, under the ids it had. */
async function claimTroubled(stage: WebhookStage, claim: Claim) {
  const faults: string[] = [];
  for (const [trouble, answer] of Object.entries(troubles)) {
    const line = await stage.line();
    line.receiver.answer = answer;
    const ids = await stage.happen(line.tenant, 2);
    await stage.run();
    if (((await stage.states(line)).delivered ?? 0) > 0)
      faults.push(`${trouble}: taken as delivered`);
    line.receiver.answer = well;
    await stage.later();
    await stage.run();
    const { delivered = 0 } = await stage.states(line);
    const came = new Set(line.receiver.received.map(({ headers }) => headers['webhook-id']));
    if (delivered !== 2) faults.push(`${trouble}: ${delivered} of 2 delivered`);
    if (came.size !== 2 || ids.some((id) => !came.has(`evt_${id}`))) faults.push(`${trouble}: ids`);
    if (!line.receiver.received.every((one) => accepts(line.secret, one))) {
      faults.push(`${trouble}: signatures`);
    }
  }
  const gone = await stage.line();
  gone.receiver.answer = (response) => response.writeHead(410).end();
  await stage.happen(gone.tenant, 3);
  await stage.run();
  await stage.later();
  await stage.run();
  const { state } = await invoke(get, { id: gone.webhookId }, gone.admin.call());
  const asked = gone.receiver.received.length;
  if (state !== 'gone' || asked !== 1) faults.push(`is gone: ${state}, asked ${asked} times`);
  claim({
    name: `receivers in trouble, of ${Object.keys(troubles).length + 1} kinds`,
    figure:
      faults.join('; ') ||
      'all that happened arrived once they were well; the one that is gone was asked once',
    bound: 'nothing lost, ids kept, the gone one turned off',
    ok: faults.length === 0,
  });
}

interface Neighbours {
  hanging: number;
  behind: number;
  scratch: string;
  claim: Claim;
}

/** A worker of its own, while every webhook of one tenant hangs: another tenant hears of all at once. */
async function claimNeighbours(
  stage: WebhookStage,
  { hanging, behind, scratch, claim }: Neighbours,
) {
  await furnishQueue(stage.world.database);
  const slow = await stage.line();
  const others: Line[] = [slow];
  while (others.length < hanging) others.push(await stage.line(slow));
  let open = 0;
  let most = 0;
  for (const { receiver } of others) {
    receiver.answer = (response) => {
      open += 1;
      most = Math.max(most, open);
      response.on('close', () => {
        open -= 1;
      });
    };
  }
  const quiet = await stage.line();
  await stage.happen(slow.tenant, 30);
  const secret = { ROWHOUSE_SECRET: env().ROWHOUSE_SECRET };
  const worker = await startWorker(stage.world.database, { dataDir: scratch, env: secret });
  try {
    while (open === 0) await pause(50);
    quiet.receiver.received.length = 0;
    await stage.happen(quiet.tenant, behind);
    const begun = performance.now();
    const longestMs = 60_000;
    while (quiet.receiver.received.length < behind && performance.now() - begun < longestMs) {
      await pause(50);
    }
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    claim({
      name: `a tenant beside one whose ${hanging} receivers hang`,
      figure: `${quiet.receiver.received.length} of ${behind} messages after ${seconds} s; at most ${most} open to the hanging ones`,
      bound: 'all of them; at most 3 open',
      ok: quiet.receiver.received.length >= behind && most > 0 && most <= 3,
    });
  } finally {
    await worker.end('SIGTERM');
  }
}
