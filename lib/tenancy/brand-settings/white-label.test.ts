import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findHostEntry } from '@/db/directory';
import { publishPlan, putOn } from '@/lib/billing/testing/plans';
import type { DoorCall } from '@/lib/doors/call';
import { invoke } from '@/lib/doors/callable';
import { openWorld, type TestMember, type TestTenant, type World } from '@/lib/doors/testing';
import { openStaff } from '@/lib/platform/testing/staff';
import type { DirectoryEntry } from '../directory/entry';
import { hostSegment } from '../hosts';
import { looksOf } from '../looks';
import { brandingProcedures as branding } from './procedures';

let world: World;
let asStaff: () => DoorCall;
let a: TestTenant;
let admin: TestMember;

beforeAll(async () => {
  world = await openWorld();
  asStaff = await openStaff(world);
});
afterAll(() => world.end());

beforeEach(async () => {
  a = await world.tenant();
  admin = await world.member(a, 'admin');
});

const save = (whiteLabel: boolean, name = 'Academy') => {
  const tokens = { color: '#aa3366', name, whiteLabel };
  return invoke(branding.save, { tokens }, admin.call());
};
const publish = () => invoke(branding.publish, {}, admin.call());
const may = async () => (await invoke(branding.get, {}, admin.call())).mayHidePlatform;
const put = async (whiteLabel: boolean) =>
  await putOn(asStaff, a.tenantId, await publishPlan(asStaff, { whiteLabel }));
const entryOf = () => findHostEntry<DirectoryEntry>(a.slug, a.host);
const shown = async () => {
  const entry = await entryOf();
  const looks = await looksOf(hostSegment(a.host, entry?.brandVersion ?? -1));
  return { inEntry: entry?.brand.whiteLabel === true, onPages: looks?.brand.whiteLabel === true };
};

describe('the platform’s name', () => {
  it('is left out where the branding says so, with and without a plan', async () => {
    await save(true);
    await publish();
    expect(await may()).toBe(true);
    expect(await shown()).toEqual({ inEntry: true, onPages: true });
    await putOn(asStaff, a.tenantId, await publishPlan(asStaff, {}));
    expect(await shown()).toEqual({ inEntry: true, onPages: true });
  });

  it('shows at once under a plan that says so, and goes again with it; nothing is lost', async () => {
    await save(true);
    await publish();
    const before = await entryOf();
    await put(false);
    expect(await shown()).toEqual({ inEntry: false, onPages: false });
    // A page that was kept is of other looks.
    const during = await entryOf();
    expect(during?.brandVersion).not.toBe(before?.brandVersion);
    expect(await may()).toBe(false);
    await save(true, 'Academy of the river');
    await publish();
    expect(await shown()).toEqual({ inEntry: false, onPages: false });
    // Who still asks by the version from before the plan is answered.
    expect(await looksOf(hostSegment(a.host, before?.brandVersion ?? -1))).not.toBeNull();
    await put(true);
    expect(await shown()).toEqual({ inEntry: true, onPages: true });
    expect(await looksOf(hostSegment(a.host, during?.brandVersion ?? -1))).not.toBeNull();
  });

  it('cannot be switched off under such a plan', async () => {
    await save(false);
    await publish();
    await put(false);
    await expect(save(true)).rejects.toMatchObject({
      code: 'invalid',
      fields: {
        'tokens.whiteLabel': 'Your plan shows the platform’s name. Choose another under Plan.',
      },
    });
    expect((await invoke(branding.get, {}, admin.call())).draft).toBeNull();
    await put(true);
    await save(true);
  });
});
