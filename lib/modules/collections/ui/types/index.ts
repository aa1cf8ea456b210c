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
  ScanEye,
  SquareCheck,
  Type,
  User,
  Waypoints,
} from 'lucide-react';
import type { FieldType } from '../../fields/shapes';
import { optionChoices, peopleChoices, yesNoChoices } from './choices';
import { FilterDay, FilterNumber } from './filter-input';
import { DayInput, lineInput, ProseInput } from './line-input';
import { LookedUp } from './looked-up';
import { FilterMoment, MomentInput } from './moment-input';
import { MoneyInput } from './money-input';
import { MultiPick } from './multi-pick';
import { pickInput } from './pick-input';
import { RelationFilter } from './relation-filter';
import { RelationInput } from './relation-input';
import { TickInput } from './tick-input';
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
  text: { icon: Type, kind: 'text', Input: lineInput('text'), settings: textSettings },
  long_text: {
    icon: AlignLeft,
    kind: 'long-text',
    Input: ProseInput,
    settings: textSettings,
  },
  number: {
    icon: Hash,
    kind: 'number',
    Input: lineInput('decimal'),
    FilterInput: FilterNumber,
    settings: ['bounds', 'decimals', 'message'],
    column: ({ options: { decimals } }) => (decimals === undefined ? {} : { decimals }),
  },
  money: {
    icon: Banknote,
    kind: 'money',
    Input: MoneyInput,
    FilterInput: FilterNumber,
    settings: ['currency', 'bounds', 'message'],
    column: ({ options: { currency, decimals } }) => ({
      ...(currency && { unit: currency }),
      ...(decimals !== undefined && { decimals }),
    }),
  },
  date: {
    icon: Calendar,
    kind: 'date',
    Input: DayInput,
    FilterInput: FilterDay,
    settings: ['days', 'message'],
    words: timeWords,
  },
  datetime: {
    icon: CalendarClock,
    kind: 'datetime',
    Input: MomentInput,
    FilterInput: FilterMoment,
    settings: ['days', 'message'],
    words: timeWords,
  },
  boolean: { icon: SquareCheck, kind: 'boolean', Input: TickInput, choices: yesNoChoices },
  select: {
    icon: CircleChevronDown,
    kind: 'select',
    Input: pickInput(optionChoices),
    choices: optionChoices,
    settings: ['choices'],
  },
  multi_select: {
    icon: ListChecks,
    kind: 'multi-select',
    Input: MultiPick,
    choices: optionChoices,
    settings: ['choices'],
    words: { one_of: 'has any of', none_of: 'has none of' },
  },
  email: { icon: AtSign, kind: 'email', Input: lineInput('email'), settings: textSettings },
  url: { icon: Link2, kind: 'url', Input: lineInput('url'), settings: textSettings },
  person: {
    icon: User,
    kind: 'person',
    Input: pickInput(peopleChoices),
    choices: peopleChoices,
  },
  relation: {
    icon: Waypoints,
    kind: 'relation',
    Input: RelationInput,
    FilterList: RelationFilter,
    settings: ['relation'],
    words: { one_of: 'has any of', none_of: 'has none of' },
    column: ({ options: { targetId, many } }) => ({
      options: [{ value: targetId ?? '', label: many ? 'many' : 'one' }],
    }),
  },
  lookup: {
    icon: ScanEye,
    kind: 'lookup',
    Input: LookedUp,
    settings: ['lookup'],
    column: () => ({ readOnly: true }),
  },
};
