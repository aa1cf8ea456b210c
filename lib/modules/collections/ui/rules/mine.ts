import type { Collection } from '../../collections/shapes';
import type { RecordShape } from '../../records/shapes';
import { mayReach } from '../../rules/may-reach';

/**
 * Whether the rules let the reader of a page change or delete a record, as far as the page can tell:
 * the server decides. One that is theirs by a field they do not see is taken for another's.
 */
export function isMine(
  { access, fields }: Collection,
  record: RecordShape,
  deed: 'change' | 'remove',
): boolean {
  const people = fields.filter(({ type }) => type === 'person');
  const assignees = people.map(({ key }) => ({ key, slot: null }));
  return mayReach({ ...access, assignees, limits: new Map() }, deed, record);
}
