import { findHostEntry } from '@/db/directory';
import { keepHosts } from '@/db/hosts/keep';
import { hostsSql } from '@/db/sql/hosts';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant } from '@/lib/doors/testing';
import { startNameServer } from '@/lib/egress/testing/name-server';
import { runJobs } from '@/lib/identity/testing';
import type { DirectoryEntry } from '@/lib/tenancy/directory/entry';
import { domainProcedures } from '@/lib/tenancy/domains/procedures';
import { ageHost, target } from '@/lib/tenancy/domains/testing/host-stage';
import { pick } from './random-views';

const { add, check, list, makePrimary, remove } = domainProcedures;

/** Hours for which a proof counts, and for which a name that was served stays closed. */
const counts = 7 * 24;
const closed = 30 * 24;

/** Mistakes that would let one tenant have another's name, each a part of the SQL and what it becomes. */
export const holes = {
  'serves on a stale proof': [
    / and \(h\.proven_at is null or h\.proven_at > clock_timestamp\(\) - interval '7 days'\)/g,
    '',
  ],
  'takes what another has': [
    /where h\.tenant_id = t or \(h\.tenant_id is null/,
    'where true or (true',
  ],
  'opens what was given up at once': [
    /then clock_timestamp\(\) \+ interval '30 days' else/,
    'then clock_timestamp() else',
  ],
} as const;

/** One tenant as the model has it. */
interface Claimant {
  tenant: TestTenant;
  admin: TestMember;
  claim: { id: string; name: string; value: string } | null;
}

/**
 * Who has the name in the model, or who had it and for how long it stays closed to others. What is left
 * of that goes on for whoever takes it back, until it is served again.
 */
type Hold =
  | { kind: 'held'; who: Claimant; serves: boolean; hours: number; rest: number }
  | { kind: 'closed'; former: Claimant; left: number };

type Random = () => number;
export type HostStage = Awaited<ReturnType<typeof openHostStage>>;

/** Five tenants of several pools over one name, and a plain model of who has it. */
export async function openHostStage() {
  const names = await startNameServer();
  process.env.DNS_SERVERS = names.address;
  const world = await openWorld();
  let all: Claimant[] = [];
  let host = '';
  let hold: Hold | null = null;
  let round = 0;

  const likely = (random: Random, come: (one: Claimant) => boolean) => {
    const some = all.filter(come);
    return some.length > 0 && random() < 0.8 ? pick(random, some) : pick(random, all);
  };
  const isPublished = ({ claim }: Claimant) =>
    claim !== null && (names.texts.get(claim.name) ?? []).includes(claim.value);
  const leadsHere = () => names.mood === 'well' && names.aliases.get(host) === target;
  const isOpenTo = (who: Claimant) =>
    hold === null ||
    (hold.kind === 'held' ? hold.who === who : hold.former === who || hold.left <= 0);

  // What a look does to the model, whoever asked for it.
  const looked = (who: Claimant) => {
    if (names.mood !== 'well' || !isPublished(who) || !isOpenTo(who)) return;
    const served = hold?.kind === 'held' && hold.serves;
    const rest = hold?.kind === 'closed' ? hold.left : (hold?.rest ?? 0);
    hold = { kind: 'held', who, serves: served || leadsHere(), hours: 0, rest };
  };
  const givenUp = (who: Claimant) => {
    if (hold?.kind !== 'held' || hold.who !== who) return;
    hold = { kind: 'closed', former: who, left: hold.serves ? closed : hold.rest };
  };
  const refresh = async (who: Claimant) => {
    const [shown] = (await invoke(list, {}, who.admin.call())).domains;
    if (who.claim && shown) who.claim = { id: shown.id, ...shown.proof };
  };

  return {
    async begin() {
      host = `learn.walk-${round++}.com`;
      for (const kind of [names.texts, names.aliases]) kind.clear();
      names.mood = 'well';
      hold = null;
      all = [];
      const first = await world.tenant();
      for (const poolId of [first.poolId, first.poolId, undefined, undefined]) {
        const tenant = await world.tenant(poolId ? { poolId } : {});
        all.push({ tenant, admin: await world.member(tenant, 'admin'), claim: null });
      }
      all.push({ tenant: first, admin: await world.member(first, 'admin'), claim: null });
    },
    /** Puts a mistake in; without a name, takes it out again. */
    async plant(hole?: keyof typeof holes) {
      const [part, instead] = hole ? holes[hole] : [/$/, ''];
      const spoilt = hostsSql.replace(part, instead);
      if (hole && spoilt === hostsSql) throw new Error(`There is nothing to spoil for: ${hole}`);
      await world.database.query(spoilt);
    },
    async claim(random: Random) {
      const who = pick(random, all);
      if (who.claim) return;
      const { id, proof } = await invoke(add, { host }, who.admin.call());
      who.claim = { id, ...proof };
    },
    async publish(random: Random) {
      const { claim } = likely(random, (one) => one.claim !== null);
      if (!claim) return;
      names.texts.set(claim.name, [...(names.texts.get(claim.name) ?? []), claim.value]);
    },
    async withdraw() {
      names.texts.clear();
    },
    async point(random: Random) {
      names.aliases.set(host, random() < 0.85 ? target : 'elsewhere.example.net');
    },
    async failOrAnswer(random: Random) {
      names.mood = random() < 0.3 ? 'failing' : 'well';
    },
    async check(random: Random) {
      const who = likely(random, isPublished);
      if (!who.claim) return;
      await invoke(check, { id: who.claim.id }, who.admin.call());
      looked(who);
    },
    /** Several at once: only where one alone can win is the winner known beforehand. */
    async checkAtOnce() {
      const claimed = all.filter(({ claim }) => claim);
      if (claimed.filter((who) => isPublished(who) && isOpenTo(who)).length > 1) return;
      await Promise.all(
        claimed.flatMap(({ claim, admin }) =>
          [1, 2].map(() => invoke(check, { id: claim?.id ?? '' }, admin.call())),
        ),
      );
      for (const who of claimed) looked(who);
    },
    async prefer(random: Random) {
      const who = likely(random, (one) => hold?.kind === 'held' && hold.who === one);
      if (!who.claim) return;
      await invoke(makePrimary, { id: who.claim.id }, who.admin.call()).catch(() => undefined);
    },
    async giveUp(random: Random) {
      const who = pick(random, all);
      if (!who.claim) return;
      await invoke(remove, { id: who.claim.id }, who.admin.call());
      who.claim = null;
      givenUp(who);
    },
    async waitAWhile(random: Random) {
      const hours = pick(random, [20, 50, 100, 200, 400]);
      await ageHost(world, host, hours);
      if (hold?.kind === 'held') {
        hold.hours += hours;
        hold.rest -= hours;
      } else if (hold) hold.left -= hours;
    },
    /** What the operator does each ten minutes, and the worker after it: a look, then who lost it. */
    async keep() {
      await world.database.query('update control.hosts set next_check_at = now() where host = $1', [
        host,
      ]);
      await keepHosts(world.database.servers);
      await runJobs(world);
      if (hold?.kind === 'held' && hold.who.claim) looked(hold.who);
      await keepHosts(world.database.servers);
      await runJobs(world);
      if (hold?.kind === 'held' && hold.hours >= counts) givenUp(hold.who);
      for (const who of all) await refresh(who);
    },
    /** What is so beside what should be. */
    async compare() {
      await world.database.query('delete from control.attempts');
      const should =
        hold?.kind === 'held' && hold.serves && hold.hours < counts ? hold.who.tenant : null;
      const entry = await findHostEntry<DirectoryEntry>(null, host);
      const wrong: string[] = [];
      if ((entry?.id ?? null) !== (should?.tenantId ?? null)) {
        const at = (id: string | undefined) =>
          all.findIndex(({ tenant }) => tenant.tenantId === id);
        wrong.push(`served by ${at(entry?.id)} instead of ${at(should?.tenantId)}`);
      }
      let owners = 0;
      for (const [at, { tenant, admin }] of all.entries()) {
        const [shown] = (await invoke(list, {}, admin.call())).domains;
        if (shown?.serves) owners += 1;
        if (shown?.serves && tenant !== should) wrong.push(`tenant ${at} is told it has it`);
        const own = await findHostEntry<DirectoryEntry>(tenant.slug, tenant.host);
        if (own?.primaryHost && tenant !== should) wrong.push(`tenant ${at} is at home there`);
      }
      return { owners, served: entry !== null, wrong: wrong.join(', ') };
    },
    async end() {
      await names.end();
      await world.end();
    },
  };
}
