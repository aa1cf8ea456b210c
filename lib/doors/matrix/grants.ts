import { v7 as uuidv7 } from 'uuid';
import { router } from '@/lib/router';
import { invoke } from '../callable';
import type { TestMember, TestTenant, World } from '../testing';
import type { Samples } from './ids';

interface Planted extends Samples {
  tenant: TestTenant;
}

/**
 * A neighbour of the same pool, something to share with it, a view of the neighbour's that this tenant
 * has yet to answer, and one that it accepted.
 */
export async function plantGrants(world: World, { tenant, ids, canary }: Planted, by: TestMember) {
  const neighbour = await world.tenant({ poolId: tenant.poolId });
  const there = await world.member(neighbour, 'admin');
  // One person who is in both, whom a record of each is about.
  const email = `both-${uuidv7()}@example.com`;
  const { userId } = await world.member(neighbour, 'guest', { email });
  await world.member(tenant, 'guest', { email });
  const own = await shareable(by, { canary, userId });
  const theirs = await shareable(there, { canary, userId });
  Object.assign(ids, {
    neighbourSlug: neighbour.slug,
    placeId: own.collectionId,
    personFieldId: own.personFieldId,
    sharedFieldId: own.fieldId,
    rowId: own.recordId,
  });
  const given = {
    view: 'collections.records',
    roles: ['admin' as const],
    endsAt: new Date(Date.now() + 86_400_000).toISOString(),
    purpose: canary,
  };
  const { grants } = router;
  const { id } = await invoke(
    grants.create,
    {
      ...given,
      address: neighbour.slug,
      placeId: own.collectionId,
      fieldIds: [own.fieldId],
      personFieldId: own.personFieldId,
    },
    by.call(),
  );
  ids.grantId = id;
  for (const name of ['receivedGrantId', 'sharedViewId']) {
    const offer = await invoke(
      grants.create,
      {
        ...given,
        address: tenant.slug,
        placeId: theirs.collectionId,
        fieldIds: [theirs.fieldId],
        personFieldId: theirs.personFieldId,
      },
      there.call(),
    );
    ids[name] = offer.id;
  }
  await invoke(grants.accept, { id: ids.sharedViewId ?? uuidv7() }, by.call());
}

async function shareable(by: TestMember, { canary, userId }: { canary: string; userId: string }) {
  const { collections, fields, records } = router;
  const { id: collectionId } = await invoke(collections.create, { name: canary }, by.call());
  const field = await invoke(
    fields.create,
    { collectionId, name: 'Name', type: 'text' },
    by.call(),
  );
  const person = await invoke(
    fields.create,
    { collectionId, name: 'Who', type: 'person' },
    by.call(),
  );
  const data = { [field.key]: canary, [person.key]: userId };
  const { id: recordId } = await invoke(records.create, { collectionId, data }, by.call());
  return { collectionId, recordId, fieldId: field.id, personFieldId: person.id };
}
