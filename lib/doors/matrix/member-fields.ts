import { router } from '@/lib/router';
import { invoke } from '../callable';
import type { TestMember } from '../testing';
import type { Samples } from './ids';

/** A field that can be archived apart from the one that is filled in, one that is archived, and what that one says. */
export async function plantMemberFields({ ids, canary }: Samples, by: TestMember) {
  const { memberFields } = router;
  const spare = await invoke(memberFields.create, { name: 'Spare', type: 'text' }, by.call());
  ids.spareMemberFieldId = spare.id;
  const gone = await invoke(memberFields.create, { name: 'Gone', type: 'text' }, by.call());
  ids.goneMemberFieldId = gone.id;
  await invoke(memberFields.archive, { id: gone.id }, by.call());
  const filled = await invoke(memberFields.create, { name: canary, type: 'text' }, by.call());
  Object.assign(ids, { memberFieldId: filled.id, memberFieldKey: filled.key });
  const change = {
    id: ids.membershipId ?? '',
    changes: { [filled.key]: canary },
    base: { [filled.key]: null },
  };
  await invoke(memberFields.fill, change, by.call());
}
