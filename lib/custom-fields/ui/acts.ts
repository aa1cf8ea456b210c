import type { ActionResult } from '@/lib/doors/action';
import type {
  CustomField,
  CustomFieldDraft,
  CustomFieldType,
  CustomFieldUse,
  CustomValues,
  CustomValuesChange,
} from '../shapes';

type Draft = CustomFieldDraft;

/** What the page of a subject does to its fields. */
export interface FieldActs {
  create(input: Draft & { type: CustomFieldType }): Promise<ActionResult<CustomField>>;
  change(input: Draft & { id: string }): Promise<ActionResult<CustomField>>;
  order(input: { ids: string[] }): Promise<ActionResult<{ fields: CustomField[] }>>;
  archive(input: { id: string }): Promise<ActionResult<CustomField>>;
  restore(input: { id: string }): Promise<ActionResult<CustomField>>;
  use(input: { id: string }): Promise<ActionResult<CustomFieldUse>>;
  delete(input: { id: string }): Promise<ActionResult<CustomFieldUse>>;
}

export type FillAct = (change: CustomValuesChange) => Promise<ActionResult<CustomValues>>;
