import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant } from '@/lib/doors/testing';
import { startNameServer } from '@/lib/egress/testing/name-server';
import { emailDomainProcedures } from '@/lib/identity/domains/procedures';
import { ageProof } from '@/lib/identity/domains/testing/domain-stage';
import { joinProcedures } from '@/lib/identity/joining/procedures';
import { mailsTo, runJobs } from '@/lib/identity/testing';
import { pick } from './random-views';

const { add, check, change, remove, list } = emailDomainProcedures.emailDomains;

/** Hours for which a proof counts. */
const counts = 72;

/** One tenant as the model has it. */
interface Claimant {
  tenant: TestTenant;
  admin: TestMember;
  claim: { id: string; name: string; value: string } | null;
  joins: boolean;
  /** Whether the last look that said anything saw the record. */
  seen: boolean;
}

type Random = () => number;
export type DomainStage = Awaited<ReturnType<typeof openDomainStage>>;

/** Four tenants of one pool over one domain, and a plain model of who has it. */
export async function openDomainStage() {
  const names = await startNameServer();
  process.env.DNS_SERVERS = names.address;
  const world = await openWorld();
  let all: Claimant[] = [];
  let domain = '';
  let holder: { who: Claimant; hours: number } | null = null;
  let round = 0;

  const any = (random: Random) => pick(random, all);
  // Mostly somebody who has come some way, so that walks get far.
  const likely = (random: Random, come: (one: Claimant) => boolean) => {
    const some = all.filter(come);
    return some.length > 0 && random() < 0.8 ? pick(random, some) : any(random);
  };
  const proven = (who: Claimant) => holder?.who === who && holder.hours < counts;
  const isPublished = ({ claim }: Claimant) =>
    claim !== null && (names.texts.get(claim.name) ?? []).includes(claim.value);

  // What a look does to the model, whoever asked for it.
  const looked = (who: Claimant) => {
    const counted = proven(who);
    const free = !holder || holder.who === who || holder.hours >= counts;
    const right = names.mood === 'well' && isPublished(who) && free;
    if (right) holder = { who, hours: 0 };
    if (names.mood === 'well' || !counted) who.seen = right;
    who.joins &&= counted;
  };

  return {
    async begin() {
      domain = `walk-${round++}.com`;
      names.texts.clear();
      names.mood = 'well';
      holder = null;
      const first = await world.tenant();
      const tenants = [first];
      while (tenants.length < 4) tenants.push(await world.tenant({ poolId: first.poolId }));
      all = [];
      for (const tenant of tenants) {
        const admin = await world.member(tenant, 'admin');
        all.push({ tenant, admin, claim: null, joins: false, seen: false });
      }
    },
    async claim(random: Random) {
      const who = any(random);
      if (who.claim) return;
      const { id, record } = await invoke(add, { domain }, who.admin.call());
      who.claim = { id, ...record };
    },
    async publish(random: Random) {
      const { claim } = likely(random, (one) => one.claim !== null);
      if (!claim) return;
      names.texts.set(claim.name, [...(names.texts.get(claim.name) ?? []), claim.value]);
    },
    async withdraw() {
      names.texts.clear();
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
    /** Several at once: only whose proof is alone can be told beforehand, so nobody else has a record. */
    async checkAtOnce() {
      const claimed = all.filter(({ claim }) => claim);
      if (claimed.filter(isPublished).length > 1) return;
      await Promise.all(
        claimed.flatMap(({ claim, admin }) =>
          [1, 2].map(() => invoke(check, { id: claim?.id ?? '' }, admin.call())),
        ),
      );
      for (const who of claimed) looked(who);
    },
    async recheck(random: Random) {
      const who = any(random);
      await world.database.query(
        `insert into control.outbox (tenant_id, id, job, payload)
         values ($1, app.uuid7(), 'emailDomains.recheck', jsonb_build_object('domain', $2::text))`,
        [who.tenant.tenantId, domain],
      );
      await runJobs(world);
      if (who.claim) looked(who);
    },
    async waitAWhile(random: Random) {
      const hours = pick(random, [7, 14, 35, 77]);
      const [first] = all;
      if (first) await ageProof(world, first.tenant, domain, hours);
      if (holder) holder.hours += hours;
    },
    async switchOn(random: Random) {
      const who = likely(random, proven);
      if (!who.claim) return;
      const wanted = { id: who.claim.id, joins: true, roleId: who.tenant.roleIds.basic };
      const done = await invoke(change, wanted, who.admin.call()).then(
        () => true,
        () => false,
      );
      if (done) who.joins = true;
    },
    async give(random: Random) {
      const who = any(random);
      if (!who.claim) return;
      await invoke(remove, { id: who.claim.id }, who.admin.call());
      who.claim = null;
      who.joins = false;
      who.seen = false;
      if (holder?.who === who) holder = null;
    },
    /** What is so beside what should be. */
    async compare() {
      await world.database.query('delete from control.attempts');
      let owners = 0;
      let open = 0;
      const wrong: string[] = [];
      for (const [at, who] of all.entries()) {
        const [shown] = (await invoke(list, {}, who.admin.call())).domains;
        if (shown?.provenUntil) owners += 1;
        const email = `p${round}-${owners}-${at}-${Math.trunc(performance.now() * 1_000)}@${domain}`;
        await invoke(joinProcedures.joining.request, { email }, world.anonymous(who.tenant)).catch(
          () => undefined,
        );
        await runJobs(world);
        const mailed = (await mailsTo(world, email)).length > 0;
        if (mailed) open += 1;
        const should = who.joins && who.seen && proven(who);
        if (mailed !== should) wrong.push(`tenant ${at} ${mailed ? 'takes' : 'takes no'} people`);
        if ((shown?.provenUntil !== null && shown !== undefined) !== proven(who)) {
          wrong.push(`tenant ${at} ${proven(who) ? 'lost' : 'has'} the domain`);
        }
      }
      return { owners, open, wrong: wrong.join(', ') };
    },
    async end() {
      await names.end();
      await world.end();
    },
  };
}
