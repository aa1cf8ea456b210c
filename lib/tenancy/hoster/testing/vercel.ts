import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { VercelAccess, VercelWire } from '../vercel/client';

const access = { token: 'vcp_planted_token', projectId: 'prj_a1', teamId: 'team_b2' };

/** What the project has of a name. */
interface Domain {
  verified: boolean;
}

/** Vercel's API on loopback, for the operations that are documented for domains of a project. */
export interface FakeVercel {
  wire: VercelWire;
  access: VercelAccess;
  /** Names that the project answers for, or waits for a proof of. */
  domains: Map<string, Domain>;
  /** Names of which another account has a part, so that a TXT record is asked for. */
  challenged: Set<string>;
  /** Challenges that are met. */
  met: Set<string>;
  /** Why names are not taken, by name; `names` is the domain of which the refusal speaks, or its own. */
  refused: Map<string, { status: number; code: string; names?: boolean | string }>;
  misconfigured: Set<string>;
  mood: 'well' | 'failing' | 'failing_after' | 'silent' | 'limited' | 'talking' | 'strange';
  /** Operations that came, such as `POST /v10/projects/prj_a1/domains`. */
  asked: string[];
  /** What the API would not have understood. */
  faults: string[];
  end(): Promise<void>;
}

/** The part of the name that is registered, as far as names of tests go. */
const apexOf = (host: string) =>
  host
    .split('.')
    .slice(host.endsWith('.co.kr') ? -3 : -2)
    .join('.');

export const challengeOf = (host: string) => ({
  type: 'TXT',
  domain: `_vercel.${apexOf(host)}`,
  value: `vc-domain-verify=${host},0123456789abcdef0123`,
  reason: 'pending_domain_verification',
});

export const recommended = { name: 'a1b2c3.vercel-dns-017.com', address: '216.198.79.1' };

const AddBody = z.strictObject({ name: z.string() });

export async function startVercel(): Promise<FakeVercel> {
  const server = createServer((request, response) => void answer(fake, request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const fake: FakeVercel = {
    access,
    wire: { origin: `http://127.0.0.1:${port}`, networks: ['127.0.0.0/8'], timeoutMs: 8_000 },
    domains: new Map(),
    ...{ challenged: new Set(), met: new Set(), refused: new Map(), misconfigured: new Set() },
    ...{ mood: 'well', asked: [], faults: [] },
    end: () => {
      server.closeAllConnections();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
  return fake;
}

type Answer = [status: number, body: unknown, headers?: Record<string, string>];

const refusal = (status: number, code: string, more = {}): Answer => [
  status,
  { error: { code, message: `Not now: ${code}`, ...more } },
];

async function answer(fake: FakeVercel, request: IncomingMessage, response: ServerResponse) {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const send = ([status, body, headers = {}]: Answer) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  if (fake.mood === 'silent') return;
  const before: Partial<Record<FakeVercel['mood'], Answer>> = {
    failing: refusal(500, 'internal_server_error'),
    limited: [...refusal(429, 'rate_limited'), { 'retry-after': '120' }] as unknown as Answer,
    talking: refusal(429, 'rate_limited', {
      limit: { remaining: 0, reset: Math.floor(Date.now() / 1000) + 300, total: 60 },
    }),
    strange: [200, '<!doctype html><title>Soon</title>'],
  };
  const early = before[fake.mood];
  if (early) return send(early);
  const said = read(fake, request, Buffer.concat(parts).toString('utf8'));
  send(fake.mood === 'failing_after' ? refusal(502, 'bad_gateway') : said);
}

function read(fake: FakeVercel, { method, url, headers }: IncomingMessage, body: string): Answer {
  const { pathname, searchParams } = new URL(url ?? '', 'http://api');
  const operation = `${method} ${pathname}`;
  fake.asked.push(operation);
  if (headers.authorization !== `Bearer ${access.token}`) return refusal(403, 'forbidden');
  if (searchParams.get('teamId') !== access.teamId) return refusal(403, 'forbidden');
  const project = `/projects/${access.projectId}/domains`;
  const [, host = ''] =
    /^\/v9\/projects\/[^/]+\/domains\/([^/]+)(?:\/verify)?$/.exec(pathname) ??
    /^\/v6\/domains\/([^/]+)\/config$/.exec(pathname) ??
    [];
  const known: Record<string, () => Answer> = {
    [`POST /v10${project}`]: () => add(fake, headers, body),
    [`GET /v9${project}/${host}`]: () => shown(fake, host),
    [`POST /v9${project}/${host}/verify`]: () => verify(fake, host),
    [`DELETE /v9${project}/${host}`]: () =>
      fake.domains.delete(host) ? [200, {}] : refusal(404, 'not_found'),
    [`GET /v6/domains/${host}/config`]: () => config(fake, host, searchParams),
  };
  const act = known[operation];
  if (!act) {
    // Of another project it says what it says of one that is not there.
    if (!/\/projects\/(?!prj_a1\b)/.test(pathname)) fake.faults.push(operation);
    return refusal(404, 'not_found');
  }
  if (method !== 'POST' && body) fake.faults.push(`${operation} with a body`);
  return act();
}

function add(fake: FakeVercel, headers: IncomingMessage['headers'], text: string): Answer {
  const body = AddBody.safeParse(JSON.parse(text || 'null'));
  if (!body.success || headers['content-type'] !== 'application/json') {
    fake.faults.push(`POST ${text}`);
    return refusal(400, 'bad_request');
  }
  const { name } = body.data;
  const why = fake.refused.get(name);
  if (why)
    return refusal(
      why.status,
      why.code,
      why.names && { domain: why.names === true ? apexOf(name) : why.names },
    );
  if (fake.domains.has(name)) return refusal(400, 'domain_already_in_use');
  fake.domains.set(name, { verified: !fake.challenged.has(name) });
  return shown(fake, name);
}

function shown({ domains }: FakeVercel, name: string): Answer {
  const domain = domains.get(name);
  if (!domain) return refusal(404, 'not_found');
  const { verified } = domain;
  return [
    200,
    {
      ...{ name, apexName: apexOf(name), projectId: access.projectId, verified },
      ...{ redirect: null, redirectStatusCode: null, gitBranch: null, customEnvironmentId: null },
      ...{ createdAt: 1_763_000_000_000, updatedAt: 1_763_000_000_000 },
      ...(!verified && { verification: [challengeOf(name)] }),
    },
  ];
}

function verify(fake: FakeVercel, name: string): Answer {
  const domain = fake.domains.get(name);
  if (!domain) return refusal(404, 'not_found');
  if (!domain.verified && !fake.met.has(name)) return refusal(400, 'missing_txt_record');
  domain.verified = true;
  return shown(fake, name);
}

function config(fake: FakeVercel, name: string, query: URLSearchParams): Answer {
  if (query.get('projectIdOrName') !== access.projectId) fake.faults.push('a look without project');
  const misconfigured = fake.misconfigured.has(name);
  return [
    200,
    {
      ...{ misconfigured, configuredBy: misconfigured ? null : 'CNAME' },
      acceptedChallenges: misconfigured ? [] : ['http-01'],
      recommendedIPv4: [
        { rank: 2, value: ['76.76.21.21'] },
        { rank: 1, value: [recommended.address] },
      ],
      recommendedCNAME: [
        { rank: 2, value: 'cname.vercel-dns.com.' },
        { rank: 1, value: `${recommended.name}.` },
      ],
    },
  ];
}
