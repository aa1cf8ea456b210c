import type { MemberDoor } from '@/lib/doors/page';
import type { Reader } from '@/lib/format';
import type { Collection } from '@/lib/modules/collections/collections/shapes';
import { reachesAny } from '@/lib/modules/collections/rules/access';
import type { Rights } from '@/lib/modules/collections/ui/rights';

/** What the member at the door may do with collections. */
export const rightsOf = (door: MemberDoor): Rights => ({
  write: door.can('records.write'),
  add: door.can('records.write'),
  remove: door.can('records.write'),
  comment: door.can('records.comment'),
  moderate: door.can('records.moderate'),
  design: door.can('collections.manage'),
  import: door.can('records.import'),
  export: door.can('records.export'),
});

/** The same in one collection, as its rules have it. */
export function rightsIn(door: MemberDoor, { access }: Collection): Rights {
  const rights = rightsOf(door);
  return {
    ...rights,
    write: rights.write && reachesAny(access.change),
    add: rights.add && access.create,
    remove: rights.remove && reachesAny(access.remove),
    import: rights.import && (access.create || reachesAny(access.change)),
  };
}

/** How the member at the door reads times and numbers: in the language of the page. */
export const readerOf = ({ user, tenant, language }: MemberDoor): Reader => ({
  locale: language,
  timeZone: user.timeZone ?? tenant.timeZone,
});
