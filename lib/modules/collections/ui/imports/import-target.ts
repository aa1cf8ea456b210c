import type { Field } from '../../fields/shapes';

export interface ImportTarget {
  /** Null when the file is to become a collection of its own. */
  collectionId: string | null;
  fields: readonly Field[];
  /** New fields and collections may be made. */
  design: boolean;
}
