import { presentField } from '../collections/read';
import type { ReadingCtx } from '../context';
import type { Field } from '../fields/shapes';
import { loadCollections } from '../load';

export interface DescribedCollection {
  id: string;
  name: string;
  fields: Field[];
}

/** Collections that a description of the interface names, at most. */
const maxDescribed = 200;

/** Every collection with the fields that the caller sees, in the order of the list. */
export async function describeCollections(ctx: ReadingCtx): Promise<DescribedCollection[]> {
  const found = await loadCollections(ctx);
  return found
    .slice(0, maxDescribed)
    .map(({ id, name, fields }) => ({ id, name, fields: fields.map(presentField) }));
}
