import { sql } from 'drizzle-orm';
import type { LoadedCollection } from '../load';
import type { Access, Sight } from '../rules/access';
import type { Reached } from '../rules/rows';

type Place = Access['assignees'][number];

/** What a glance's queries depend on of a collection, for anybody who has it in the same way. */
export interface Open {
  id: string;
  /** Fields of persons that they see. */
  people: Place[];
  /** Null for who is nobody to its rules. */
  reader: 'me' | null;
  assignees: Place[];
  see: Sight;
}

export const openForm = ({ id, fields, access }: LoadedCollection): Open => ({
  id,
  people: fields.filter(({ type }) => type === 'person').map(placeOf),
  reader: access.readerId === null ? null : 'me',
  assignees: access.assignees.map(placeOf),
  see: access.see,
});

/** The collection as somebody has it whose id takes the place of `me`. */
export const readBy = ({ id, reader, assignees, see }: Open): Reached => ({
  id,
  access: {
    readerId: reader && sql.placeholder(reader),
    assignees,
    see,
    change: nothing,
    remove: nothing,
  },
});

const nothing: Sight = { all: false, own: false, assigned: false, people: [] };

const placeOf = ({ key, slot }: Place): Place => ({ key, slot });
