import { fork } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { useCluster } from '@/db/testing/cluster';
import type { Visitor } from '@/lib/doors/matrix/ask';
import { openSetting, type Setting } from '@/lib/doors/matrix/setting';
import { subjectsOf } from '@/lib/doors/matrix/subject';
import { openWorld } from '@/lib/doors/testing';
import { router } from '@/lib/router';
import { root } from '../settings.mjs';
import type { ProofContext } from '../testing/proof';
import { drive, type RawRequest } from '../testing/raw-http.mjs';
import { slackOf } from '../testing/slack';
import { type RunningWeb, send, startWeb } from '../testing/web';

export const name = 'costly-requests';

const fullRefusalMs = 3_000;
/** A form may hold 12 MB; what the two ends of a socket hold besides is nothing that we read. */
const mostTakenMega = 20;
const mega = 1024 * 1024;

/** What costs much is refused before it is read, and a neighbour does not notice. */
export async function run({ adminUrl, scratch, size, claim }: ProofContext) {
  // biome-ignore lint/correctness/useHookAtTopLevel: no React hook
  useCluster(adminUrl);
  const world = await openWorld();
  try {
    const setting = await openSetting(world, subjectsOf(router));
    const web = await startWeb(world.database, { dataDir: scratch });
    try {
      // The first page of a process is slow whoever asks for it.
      await send(web.port, { path: '/sign-in', headers: { host: setting.b.tenant.host } });
      for (const attack of attacksOn(setting, web.port)) {
        await claimRefused(web, attack, { size, claim });
      }
      await claimNeighbour(web, { setting, size, claim });
    } finally {
      await web.stop();
    }
  } finally {
    await world.end();
  }
}

interface Attack {
  title: string;
  parts: RawRequest;
}

/** A request's head, sent from a page of its own host. */
const headTo =
  (port: number) =>
  (line: string, { host, cookie }: Visitor, more: string[] = []) =>
    `${[
      `${line} HTTP/1.1`,
      `Host: ${host}`,
      `Cookie: ${cookie}`,
      `Origin: http://${host}:${port}`,
      'Connection: close',
      ...more,
    ].join('\r\n')}\r\n\r\n`;

const json = 'Content-Type: application/json';
const post = 'POST /api/v1/collections';

function attacksOn({ b: { admin } }: Setting, port: number): Attack[] {
  const head = headTo(port);
  const whole = (body: RawRequest) => [
    one(head(post, admin, [json, `Content-Length: ${lengthOf(body)}`])),
    ...body,
  ];
  const chunked = (line: string, type: string) => [
    one(head(line, admin, [type, 'Transfer-Encoding: chunked'])),
    one('b\r\n{"name":"xx\r\n'),
    { text: `${mega.toString(16)}\r\n${'x'.repeat(mega)}\r\n`, times: 50 },
  ];
  const get = (path: string, headers: string[] = []) => [one(head(`GET ${path}`, admin, headers))];
  const list = '/api/v1/collections';
  const wide = Array.from({ length: 200_000 }, (_, at) => `"k${at}":1`).join(',');
  const numbers = { text: '1,', times: 1_900_000 };
  return Object.entries({
    'nested JSON': whole([one('{"name":'), { text: '[', times: 200_000 }]),
    'nested objects': whole([
      { text: '{"a":', times: 100_000 },
      one('1'),
      { text: '}', times: 100_000 },
    ]),
    'wide object': whole([one(`{${wide}}`)]),
    'long list': whole([one('{"name":['), numbers, one('1]}')]),
    '50 MB body': whole([one('{"name":"'), { text: 'x'.repeat(mega), times: 50 }, one('"}')]),
    '50 MB body without a length': chunked(post, json),
    '50 MB form without a length': chunked(
      'POST /api/v1/files',
      'Content-Type: multipart/form-data; boundary=x',
    ),
    '50 MB to a page': chunked('POST /sign-in', 'Next-Action: 00'),
    'huge query': get(`${list}?q=${'x'.repeat(200_000)}`),
    'bracket query': get(`${list}?${'a[b]'.repeat(3_000)}=1`),
    '20,000 headers': get(
      list,
      Array.from({ length: 20_000 }, (_, at) => `X-H-${at}: x`),
    ),
    'one huge header': get(list, [`X-H: ${'x'.repeat(mega)}`]),
  }).map(([title, parts]) => ({ title, parts }));
}

const one = (text: string) => ({ text, times: 1 });

const lengthOf = (parts: RawRequest) =>
  parts.reduce((sum, { text, times }) => sum + text.length * times, 0);

async function claimRefused(
  { port }: RunningWeb,
  { title, parts }: Attack,
  { size, claim }: Pick<ProofContext, 'size' | 'claim'>,
) {
  const refusalMs = fullRefusalMs * slackOf(size);
  const began = Date.now();
  const { status, sentBytes } = await drive(port, parts);
  const tookMs = Date.now() - began;
  claim({
    name: `costly request, ${title}`,
    figure: `${status || 'connection closed'} after ${tookMs} ms and ${(sentBytes / mega).toFixed(1)} MB`,
    bound: `4xx or closed within ${refusalMs} ms and ${mostTakenMega} MB`,
    ok:
      (status === 0 || (status >= 400 && status < 500)) &&
      tookMs < refusalMs &&
      sentBytes < mostTakenMega * mega,
  });
}

interface Neighbourhood extends Pick<ProofContext, 'claim' | 'size'> {
  setting: Setting;
}

async function claimNeighbour(web: RunningWeb, { setting, size, claim }: Neighbourhood) {
  const rounds = size === 'full' ? 1_000 : 200;
  await timings(web, setting, 50);
  const alone = p95(await timings(web, setting, rounds));
  const slow = openSlowBodies(web, setting, size === 'full' ? 300 : 100);
  const flood = startFlood(web, attacksOn(setting, web.port));
  const beside = p95(await timings(web, setting, rounds));
  const sent = await flood.stop();
  slow.close();
  const mostMs = 150 * slackOf(size);
  claim({
    name: 'costly requests, the neighbour',
    figure: `p95 ${alone.toFixed(1)} ms alone, ${beside.toFixed(1)} ms beside (${(beside / alone).toFixed(1)} x) ${sent} attacks and ${slow.count} slow bodies`,
    bound: `at most 5 x or ${mostMs} ms, no error`,
    ok: beside <= Math.max(5 * alone, mostMs) && sent >= 10,
  });
}

/** The whole list over and over, from a process of its own; `stop` answers how many were sent. */
function startFlood({ port }: RunningWeb, attacks: Attack[]) {
  const child = fork(join(root, 'scripts/testing/flood.mjs'));
  child.send({ port, requests: attacks.map(({ parts }) => parts) });
  const ended = new Promise<number>((done) => {
    child.once('message', ({ sent }: { sent: number }) => done(sent));
    child.once('exit', () => done(0));
  });
  return {
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** One neighbour's reads, one after the other, milliseconds each. Throws on any error. */
async function timings({ port }: RunningWeb, { a }: Setting, rounds: number): Promise<number[]> {
  const headers = { host: a.tenant.host, cookie: a.admin.cookie ?? '' };
  const took: number[] = [];
  for (let at = 0; at < rounds; at += 1) {
    const began = performance.now();
    const { status, body } = await send(port, { path: '/api/v1/collections', headers });
    if (status !== 200) throw new Error(`The neighbour was answered ${status} ${body}`);
    took.push(performance.now() - began);
  }
  return took;
}

const p95 = (values: number[]) =>
  [...values].sort((x, y) => x - y)[Math.floor(values.length * 0.95)] ?? 0;

/** Connections that promise a body and send a byte now and then. */
function openSlowBodies({ port }: RunningWeb, { b: { admin } }: Setting, count: number) {
  const sockets = Array.from({ length: count }, () => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('error', () => socket.destroy());
    socket.write(headTo(port)(post, admin, [json, 'Content-Length: 100000']));
    return socket;
  });
  const drip = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) socket.write(' ');
  }, 500);
  return {
    count,
    close: () => {
      clearInterval(drip);
      for (const socket of sockets) socket.destroy();
    },
  };
}
