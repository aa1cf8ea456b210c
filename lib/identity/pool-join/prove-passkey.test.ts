import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invoke } from '../../doors/callable';
import type { TestMember, TestTenant } from '../../doors/testing';
import { assertBy, type DeviceKey, putPasskey } from '../passkeys/testing';
import { mailsTo, runJobs } from '../testing';
import { poolJoinProcedures } from './procedures';
import { openCampus, visitor } from './testing/campus';

const { poolClaim } = poolJoinProcedures;

let stage: Awaited<ReturnType<typeof openCampus>>;
let tenant: TestTenant;
let owner: TestMember;

const refused = {
  code: 'unauthenticated',
  message: expect.stringContaining('proves nothing here'),
};

beforeAll(async () => {
  stage = await openCampus();
  const joined = await stage.joined();
  ({ tenant, owner } = joined);
  for (let at = 0; at < 8; at += 1) left.push(await stage.person(tenant));
  await joined.begin();
});
afterAll(() => stage.world.end());

/** People of the former pool who have yet to come over. */
const left: TestMember[] = [];
const somebody = () => {
  const one = left.pop();
  if (!one) throw new Error('Nobody is left.');
  return one;
};

const given = ({ userId }: TestMember, counter = 0, host = tenant.host) =>
  putPasskey(stage.world, { poolId: tenant.poolId, userId, host }, { counter });

const begun = async () => (await invoke(poolClaim.begin, {}, visitor(tenant))).claim;

/** Answers the challenge of one claim in another, which is the same one unless said otherwise. */
async function prove(claim: string, device: DeviceKey, { lie = {}, asked = claim } = {}) {
  const { options } = await invoke(poolClaim.beginPasskey, { claim: asked }, visitor(tenant));
  const { host } = tenant;
  const assertion = assertBy(device, { host, challenge: options.challenge, ...lie });
  await invoke(poolClaim.withPasskey, { claim, assertion }, visitor(tenant));
  return assertion;
}

const viewOf = (claim: string) => invoke(poolClaim.get, { claim }, visitor(tenant));

describe('a passkey in a claim', () => {
  it('proves the former account whole, and everything of it comes over', async () => {
    const bob = somebody();
    const device = await given(bob);
    const claim = await begun();
    expect(await viewOf(claim)).toMatchObject({ takesPasskey: true, former: null });
    await prove(claim, device);
    expect(await viewOf(claim)).toMatchObject({ former: { email: bob.email } });
    const shared = await stage.person(stage.campus);
    await stage.prove(tenant, claim, 'new', shared.email);
    await stage.finish(tenant, claim);
    const [member] = await stage.world.database.query(
      'select state from control.memberships where tenant_id = $1 and user_id = $2',
      [tenant.tenantId, shared.userId],
    );
    expect(member).toEqual({ state: 'active' });
  });

  it('is taken once, of a verified person, on this host and in this claim alone', async () => {
    const device = await given(somebody());
    const claim = await begun();
    const elsewhere = 'somewhere.example';
    for (const lie of [
      { verified: false },
      { host: elsewhere },
      { origin: `http://${elsewhere}` },
      { type: 'webauthn.create' },
      { crossOrigin: true },
      { userHandle: Buffer.from(owner.userId).toString('base64url') },
      { userHandle: null },
    ]) {
      await expect(prove(claim, device, { lie })).rejects.toMatchObject(refused);
    }
    await expect(prove(claim, device, { asked: await begun() })).rejects.toMatchObject(refused);
    expect(await viewOf(claim)).toMatchObject({ former: null });
    const assertion = await prove(claim, device);
    const again = invoke(poolClaim.withPasskey, { claim, assertion }, visitor(tenant));
    await expect(again).rejects.toMatchObject(refused);
  });

  it('of another host, of the shared pool, of nobody and one that was shut prove nothing', async () => {
    const bob = somebody();
    const claim = await begun();
    const foreign = await given(bob, 0, stage.campus.host);
    await expect(prove(claim, foreign)).rejects.toMatchObject(refused);
    const shared = await stage.person(stage.campus);
    const { poolId } = stage.campus;
    const { host } = tenant;
    const ofShared = await putPasskey(stage.world, { poolId, userId: shared.userId, host });
    await expect(prove(claim, ofShared)).rejects.toMatchObject(refused);
    const unknown = { ...(await given(bob)), credentialId: 'AAAA' };
    await expect(prove(claim, unknown)).rejects.toMatchObject(refused);
    const shut = await given(bob);
    await stage.world.database.query(
      'update control.passkeys set suspected_at = now() where credential_id = $1',
      [shut.credentialId],
    );
    await expect(prove(claim, shut)).rejects.toMatchObject(refused);
    expect(await viewOf(claim)).toMatchObject({ former: null });
  });

  it('that was copied is shut in the pool it belongs to, and its owner is told', async () => {
    const bob = somebody();
    const device = await given(bob, 5);
    const claim = await begun();
    await expect(prove(claim, device, { lie: { counter: 3 } })).rejects.toMatchObject(refused);
    await expect(prove(claim, device)).rejects.toMatchObject(refused);
    await runJobs(stage.world);
    const told = (await mailsTo(stage.world, bob.email)).map(({ subject }) => subject);
    expect(told).toContainEqual(expect.stringMatching(/passkey/i));
  });

  it('proves as long as it is there', async () => {
    const bob = somebody();
    const device = await given(bob);
    const shared = await stage.person(stage.campus);
    const claim = await begun();
    await prove(claim, device);
    await stage.prove(tenant, claim, 'new', shared.email);
    await stage.world.database.query('delete from control.passkeys where user_id = $1', [
      bob.userId,
    ]);
    await expect(stage.finish(tenant, claim)).rejects.toMatchObject({ code: 'precondition' });
  });

  it('is refused of whoever came over, and where the way is switched off', async () => {
    const bob = somebody();
    const shared = await stage.person(stage.campus);
    await stage.finish(tenant, await stage.claimOf(tenant, bob, shared));
    const claim = await begun();
    await expect(prove(claim, await given(bob))).rejects.toMatchObject({ code: 'precondition' });
    await stage.world.database.query(
      `insert into control.security_policies (tenant_id, id, methods_off)
       values ($1, app.uuid7(), '{passkey}')
       on conflict (tenant_id) do update set methods_off = excluded.methods_off`,
      [tenant.tenantId],
    );
    expect(await viewOf(claim)).toMatchObject({ takesPasskey: false });
    await expect(prove(claim, await given(somebody()))).rejects.toMatchObject({
      code: 'precondition',
    });
  });
});
