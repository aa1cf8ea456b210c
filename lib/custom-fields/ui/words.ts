import type { Plain } from '@/lib/language/wording';
import type { CustomFieldType, Reach } from '../shapes';

/** Types in the order in which they are offered. */
export const typeWords: Record<CustomFieldType, Plain<'customFields'>> = {
  text: 'Text',
  long_text: 'Long text',
  number: 'Number',
  date: 'Date',
  boolean: 'Yes or no',
  select: 'One of a list',
  multi_select: 'Several of a list',
  email: 'E-mail address',
  url: 'Web address',
};

/** How far a field is seen or changed, as the page of a subject says it. */
export type ReachChoices = Record<'see' | 'change', { value: Reach; label: string }[]>;
