import { readTextRecords } from '../../../egress/text-records';
import { registeredOf } from '../../domains/host-name';
import { judgeTexts } from '../../domains/records';
import { type Hoster, type HosterAnswer, HosterFault, nothingSaid } from '../hoster';
import {
  type VercelAccess,
  type VercelAnswer,
  type VercelAsk,
  type VercelWire,
  vercelClient,
} from './client';
import { DomainConfig, ProjectDomain, Refused, Removed } from './shapes';

/** Vercel, which is told of each host and gets certificates by itself. */
export function vercel(access: VercelAccess, wire?: VercelWire): Hoster {
  const ask = vercelClient(access, wire);
  const { projectId } = access;
  const project: Project = { ask, projectId, path: `/projects/${encodeURIComponent(projectId)}` };
  return {
    id: 'vercel',
    take: (host) => take(project, host),
    release: (host) => release(project, host),
  };
}

interface Project {
  ask: VercelAsk;
  projectId: string;
  path: string;
}

async function take(project: Project, host: string): Promise<HosterAnswer> {
  const known = (await find(project, host)) ?? (await add(project, host));
  if (typeof known === 'string') return { state: 'refused', reason: known, said: nothingSaid };
  const domain = known.verified ? known : await verify(project, known);
  const { misconfigured, ...targets } = await configOf(project, host);
  if (domain.verified) {
    const waitsFor = misconfigured ? 'route' : null;
    const said = { waitsFor, owner: null, ...targets } as const;
    return { state: misconfigured ? 'waiting' : 'ready', reason: null, said };
  }
  const owner = await ownerOf(domain);
  if (!owner) return { state: 'refused', reason: 'in_use', said: nothingSaid };
  return { state: 'waiting', reason: null, said: { waitsFor: 'owner', owner, ...targets } };
}

const domainPath = ({ path }: Project, host: string) =>
  `/v9${path}/domains/${encodeURIComponent(host)}`;

/** Null where the project does not have the domain. */
async function find(project: Project, host: string): Promise<ProjectDomain | null> {
  const answer = await project.ask({ method: 'GET', path: domainPath(project, host) });
  if (answer.status === 404) {
    answer.read(Refused);
    return null;
  }
  // Of one that another account has; when it is added, more is said of why.
  if (answer.status === 403) return null;
  if (answer.status !== 200) throw new HosterFault('no_answer');
  return answer.read(ProjectDomain);
}

type Refusal = NonNullable<HosterAnswer['reason']>;

const refusals: Record<string, Refusal> = {
  invalid_domain: 'invalid',
  invalid_name: 'invalid',
  domain_already_in_use: 'in_use',
  domain_taken: 'in_use',
};

/** Null where the platform itself is refused. A token that may not write is, in the words for a name. */
function refusalOf({ status, read, names }: VercelAnswer, host: string): Refusal | null {
  if (status === 402) return 'unpaid';
  if (status === 409) return 'in_use';
  if (status === 403) return names(registeredOf(host)) ? 'elsewhere' : null;
  if (status !== 400) return null;
  const reason = refusals[read(Refused).error.code];
  if (!reason) throw new HosterFault('no_answer');
  return reason;
}

/** The domain as it was added, or why it was not. */
async function add(project: Project, host: string): Promise<ProjectDomain | Refusal> {
  const { ask, path } = project;
  const body = { name: host };
  const answer = await ask({ method: 'POST', path: `/v10${path}/domains`, body });
  if (answer.status === 200) return answer.read(ProjectDomain);
  const refused = refusalOf(answer, host);
  if (!refused) throw new HosterFault('access');
  // Somebody else may have added it meanwhile.
  const there = refused === 'unpaid' ? null : await find(project, host);
  return there ?? refused;
}

/** Has Vercel look for the challenge; the domain as it stands then. */
async function verify(project: Project, domain: ProjectDomain): Promise<ProjectDomain> {
  const path = `${domainPath(project, domain.name)}/verify`;
  const answer = await project.ask({ method: 'POST', path });
  if (answer.status !== 200) return domain;
  return { ...domain, verified: answer.read(ProjectDomain).verified };
}

interface Config {
  misconfigured: boolean;
  names: string[];
  addresses: string[];
  best: string[];
}

async function configOf({ ask, projectId }: Project, host: string): Promise<Config> {
  const answer = await ask({
    method: 'GET',
    path: `/v6/domains/${encodeURIComponent(host)}/config`,
    query: { projectIdOrName: projectId },
  });
  // Of a domain that another account has it says nothing.
  if (answer.status !== 200) return { misconfigured: true, names: [], addresses: [], best: [] };
  const config = answer.read(DomainConfig);
  const addresses = byRank(config.recommendedIPv4);
  return {
    misconfigured: config.misconfigured,
    names: byRank(config.recommendedCNAME).map((name) => name.toLowerCase().replace(/\.$/, '')),
    addresses: addresses.flat(),
    best: addresses[0] ?? [],
  };
}

const byRank = <T>(ranked: readonly { rank: number; value: T }[]): T[] =>
  [...ranked].sort((one, other) => one.rank - other.rank).map(({ value }) => value);

/** The TXT record that is asked for, beside what stands there. */
async function ownerOf({ verification }: ProjectDomain) {
  const wanted = verification.find(({ type }) => type === 'TXT');
  if (!wanted) return null;
  const { domain: name, value } = wanted;
  return { name, value, ...judgeTexts(await readTextRecords(name), value) };
}

async function release(project: Project, host: string): Promise<void> {
  const answer = await project.ask({ method: 'DELETE', path: domainPath(project, host) });
  if (answer.status === 200) return void answer.read(Removed);
  if (answer.status === 404) return void answer.read(Refused);
  throw new HosterFault(answer.status === 403 ? 'access' : 'no_answer');
}
