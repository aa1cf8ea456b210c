import type { Field } from '../../fields/shapes';

/** What somebody who designs the collection can do with a field. */
export interface FieldActs {
  add(): void;
  edit(field: Field): void;
  remove(field: Field): void;
}
