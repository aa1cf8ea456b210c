import type { Value } from '@/lib/fields/value';
import type { RecordShape } from '../../records/shapes';
import { type ApiAnswer, api } from './api';

interface Change {
  collectionId: string;
  record: RecordShape;
  /** By field key. */
  values: Readonly<Record<string, Value>>;
}

/** Keeps values of a record, refused when somebody changed one of them since it was read. */
export const changeValues = ({ collectionId, record, values }: Change) =>
  api<RecordShape>('PATCH', `/collections/${collectionId}/records/${record.id}`, {
    changes: values,
    base: Object.fromEntries(Object.keys(values).map((key) => [key, record.data[key] ?? null])),
  }) satisfies Promise<ApiAnswer<RecordShape>>;
