import type { Value } from '@/lib/fields/value';
import type { RecordShape } from '../../records/shapes';
import { type ApiAnswer, api } from './api';

interface Change {
  collectionId: string;
  record: RecordShape;
  key: string;
  value: Value;
}

/** Keeps one value of a record, refused when somebody changed it since it was read. */
export const changeValue = ({ collectionId, record, key, value }: Change) =>
  api<RecordShape>('PATCH', `/collections/${collectionId}/records/${record.id}`, {
    changes: { [key]: value },
    base: { [key]: record.data[key] ?? null },
  }) satisfies Promise<ApiAnswer<RecordShape>>;
