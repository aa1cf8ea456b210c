import type { CellKind, CellKinds } from '../types';
import { booleanKind } from './boolean-kind';
import { dateKind } from './date-kind';
import { emailKind, urlKind } from './link-kinds';
import { longTextKind } from './long-text-kind';
import { numberKind } from './number-kind';
import { multiSelectKind, personKind, selectKind } from './option-kinds';
import { textKind } from './text-kind';

/** The kinds the grid knows by itself. Spread it to add or replace some. */
export const cellKinds = {
  text: textKind,
  'long-text': longTextKind,
  number: numberKind,
  money: numberKind,
  date: dateKind,
  boolean: booleanKind,
  select: selectKind,
  'multi-select': multiSelectKind,
  email: emailKind,
  url: urlKind,
  person: personKind,
} satisfies CellKinds;

const shownOnly: CellKind = {
  ...textKind,
  parse: (_text, _column, words) => ({ error: words.readOnlyCell }),
};

export const kindOf = (kinds: CellKinds, id: string): CellKind => kinds[id] ?? shownOnly;
