import {
  AlignLeft,
  AtSign,
  Banknote,
  Calendar,
  CalendarClock,
  CircleChevronDown,
  Hash,
  Link2,
  ListChecks,
  Paperclip,
  ScanEye,
  Sigma,
  SquareCheck,
  Type,
  User,
  Waypoints,
} from 'lucide-react';
import type { FieldType } from '../../fields/shapes';
import { usualFiles } from '../../values/files';
import { optionChoices, peopleChoices, yesNoChoices } from './choices';
import { acceptOf } from './file-accept';
import type { TypeUi } from './type-ui';

const timeWords = {
  lt: 'is before',
  lte: 'is on or before',
  gt: 'is after',
  gte: 'is on or after',
} as const;

const textSettings = ['lengths', 'message'] as const;

/** The looks of every type of field. */
export const typeUi: Record<FieldType, TypeUi> = {
  text: { icon: Type, kind: 'text', settings: textSettings },
  long_text: {
    icon: AlignLeft,
    kind: 'long-text',
    settings: textSettings,
  },
  number: {
    icon: Hash,
    kind: 'number',
    settings: ['bounds', 'decimals', 'message'],
    column: ({ options: { decimals } }) => (decimals === undefined ? {} : { decimals }),
  },
  money: {
    icon: Banknote,
    kind: 'money',
    settings: ['currency', 'bounds', 'message'],
    column: ({ options: { currency, decimals } }) => ({
      ...(currency && { unit: currency }),
      ...(decimals !== undefined && { decimals }),
    }),
  },
  date: {
    icon: Calendar,
    kind: 'date',
    settings: ['days', 'message'],
    words: timeWords,
  },
  datetime: {
    icon: CalendarClock,
    kind: 'datetime',
    settings: ['days', 'message'],
    words: timeWords,
  },
  boolean: { icon: SquareCheck, kind: 'boolean', choices: yesNoChoices },
  select: {
    icon: CircleChevronDown,
    kind: 'select',
    choices: optionChoices,
    settings: ['choices'],
  },
  multi_select: {
    icon: ListChecks,
    kind: 'multi-select',
    choices: optionChoices,
    settings: ['choices'],
    words: { one_of: 'has any of', none_of: 'has none of' },
  },
  email: { icon: AtSign, kind: 'email', settings: textSettings },
  url: {
    icon: Link2,
    kind: 'url',
    settings: textSettings,
    column: ({ options: { linkLabel } }) => (linkLabel ? { label: linkLabel } : {}),
  },
  person: {
    icon: User,
    kind: 'person',
    choices: peopleChoices,
  },
  relation: {
    icon: Waypoints,
    kind: 'relation',
    settings: ['relation'],
    words: { one_of: 'has any of', none_of: 'has none of' },
    column: ({ options: { targetId, many } }) => ({
      options: [{ value: targetId ?? '', label: many ? 'many' : 'one' }],
    }),
  },
  formula: { icon: Sigma, kind: 'text', settings: ['formula'] },
  lookup: {
    icon: ScanEye,
    kind: 'lookup',
    settings: ['lookup'],
    column: () => ({ readOnly: true }),
  },
  file: {
    icon: Paperclip,
    kind: 'file',
    settings: ['files', 'message'],
    words: {
      contains: 'has a file named',
      not_contains: 'has no file named',
      is_empty: 'has no files',
      is_not_empty: 'has files',
    },
    column: ({ id, options: { kinds = [], maxFiles } }) => ({
      options: [{ value: id, label: acceptOf(kinds), note: String(maxFiles ?? usualFiles) }],
    }),
  },
};
