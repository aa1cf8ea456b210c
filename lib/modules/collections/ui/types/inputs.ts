import type { FieldType } from '../../fields/shapes';
import { optionChoices, peopleChoices } from './choices';
import { FileInput } from './file-input';
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
import type { TypeInputs } from './type-ui';

/** The controls of every type of field; apart from its looks, since a grid shows none of them at first. */
export const typeInputs: Record<FieldType, TypeInputs> = {
  text: { Input: lineInput('text') },
  long_text: { Input: ProseInput },
  number: { Input: lineInput('decimal'), FilterInput: FilterNumber },
  money: { Input: MoneyInput, FilterInput: FilterNumber },
  date: { Input: DayInput, FilterInput: FilterDay },
  datetime: { Input: MomentInput, FilterInput: FilterMoment },
  boolean: { Input: TickInput },
  select: { Input: pickInput(optionChoices) },
  multi_select: { Input: MultiPick },
  email: { Input: lineInput('email') },
  url: { Input: lineInput('url') },
  person: { Input: pickInput(peopleChoices) },
  relation: { Input: RelationInput, FilterList: RelationFilter },
  lookup: { Input: LookedUp },
  formula: { Input: LookedUp },
  file: { Input: FileInput },
};
