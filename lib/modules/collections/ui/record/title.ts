import type { Field } from '../../fields/shapes';
import type { RecordShape } from '../../records/shapes';
import { titleOf as nameOf } from '../../values/title';
import { linkWords } from '../types/link-names';

/** What a record is called above its fields. */
export const titleOf = ({ data }: Pick<RecordShape, 'data'>, fields: readonly Field[]): string =>
  linkWords(nameOf(fields, data));
