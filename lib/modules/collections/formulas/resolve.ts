import { isZoneName } from '@/lib/wall-time';
import { isFormula } from '../fields/computed';
import type { FieldOptions, StoredField } from '../fields/shapes';
import { digitsOf } from '../values/money';
import { checkFormula, type Named } from './check';
import { settled } from './coerce';
import { asAmount, currencyOf } from './currency';
import type { Formula } from './formula';
import type { Clock, Kind, Node } from './node';
import { parseFormula } from './parse';
import { FormulaProblem, type Range } from './problem';
import { Recent } from './recent';
import { braced, tokensOf } from './tokens';

type Design = Pick<StoredField, 'id' | 'key' | 'name' | 'type'> & { options: FieldOptions };

/** Formulas that lie in each other, at most. */
const maxDeep = 10;

/**
 * The fields of a collection with each formula as a field of the type that it comes to, which nobody
 * fills in. Reads formulas by names and by ids. A clock whose zone has no name that is known counts as UTC.
 */
export function resolveFormulas<F extends StoredField>(fields: readonly F[], clock: Clock): F[] {
  if (!fields.some(isFormula)) return [...fields];
  const readings = readingsOf(fields);
  const zoned = isZoneName(clock.timeZone) ? clock : { ...clock, timeZone: 'UTC' };
  return fields.map((field) => {
    const reading = readings.get(field.id);
    if (!reading) return field;
    const { currency, ...read } = reading;
    const formula: Formula = { ...read, clock: zoned };
    if (currency !== null) {
      const decimals = digitsOf(currency);
      const options = { ...field.options, currency, decimals };
      return { ...field, type: 'money', options, locked: true, formula: { ...formula, decimals } };
    }
    return { ...field, type: typeOf(field, reading.tree?.kind), locked: true, formula };
  });
}

/** The tree of a formula that is being written among these fields. Throws `FormulaProblem`. */
export function treeAmong(text: string, fields: readonly Design[], ownId?: string): Node {
  return new Trees(fields).read(text, ownId ? [ownId] : []);
}

const types = { number: 'number', yes_no: 'boolean', date: 'date', moment: 'datetime' } as const;

function typeOf({ options }: Pick<StoredField, 'options'>, kind: Kind = 'text') {
  if (kind !== 'text') return types[kind];
  return options.linkLabel === undefined ? 'text' : 'url';
}

type Reading = Omit<Formula, 'clock' | 'decimals'> & { currency: string | null };
type Readings = ReadonlyMap<string, Reading>;

const recent = new Recent<Readings>(4_000_000);

/** Formulas by the ids of their fields, read anew once a field was changed. */
function readingsOf(fields: readonly StoredField[]): Readings {
  // Everything that a formula is read and compiled by.
  const design = fields.map(({ id, key, name, type, options, slot }) => [
    ...[id, key, name, type, slot],
    options,
  ]);
  return recent.of(JSON.stringify(design), () => read(fields));
}

function read(fields: readonly StoredField[]): Readings {
  const trees = new Trees(fields);
  return new Map(
    fields.filter(isFormula).map((field): [string, Reading] => {
      const made = trees.of(field, []);
      const stored = field.options.formula ?? '';
      const text = isReadable(stored) ? withNames(stored, fields) : stored;
      if (made instanceof FormulaProblem) {
        return [field.id, { text, tree: null, problem: made, currency: null }];
      }
      const currency = currencyOf(made);
      const tree = currency === null ? made : asAmount(made, currency);
      return [field.id, { text, tree, problem: null, currency }];
    }),
  );
}

/** Every formula is read once, however many others name it. */
class Trees {
  private readonly known = new Map<string, Node | FormulaProblem>();

  constructor(private readonly fields: readonly Design[]) {}

  of(field: Design, within: readonly string[]): Node | FormulaProblem {
    const known = this.known.get(field.id);
    if (known) return known;
    const made = this.attempt(field, [...within, field.id]);
    // What is refused because of where it is named from may be sound by itself.
    if (!(made instanceof FormulaProblem) || within.length === 0) this.known.set(field.id, made);
    return made;
  }

  read(text: string, within: readonly string[]): Node {
    const tree = checkFormula(parseFormula(text), {
      find: (name, at) => this.named(name, at, within),
      all: this.fields.filter(({ id }) => !within.includes(id)).map(({ name }) => name),
    });
    return tree.kind === 'number' ? settled(tree) : tree;
  }

  private attempt(field: Design, within: readonly string[]): Node | FormulaProblem {
    try {
      return this.read(field.options.formula ?? '', within);
    } catch (error) {
      if (error instanceof FormulaProblem) return error;
      throw error;
    }
  }

  private named(name: string, at: Range, within: readonly string[]): Named | undefined {
    const field = fieldCalled(name, this.fields);
    if (!field) return undefined;
    if (!isFormula(field)) return { name: field.name, input: field };
    if (within.includes(field.id)) {
      throw new FormulaProblem('“{name}” would be worked out from itself.', at, {
        name: field.name,
      });
    }
    if (within.length >= maxDeep) {
      throw new FormulaProblem('This formula takes in too many others.', at);
    }
    const tree = this.of(field, within);
    if (!(tree instanceof FormulaProblem)) return { name: field.name, tree };
    throw new FormulaProblem('“{name}” cannot be worked out: {reason}', at, {
      name: field.name,
      reason: tree.message,
    });
  }
}

function fieldCalled<F extends Pick<StoredField, 'id' | 'name'>>(
  name: string,
  fields: readonly F[],
): F | undefined {
  const folded = name.normalize('NFC').toLowerCase();
  return (
    fields.find(({ id }) => id === name) ?? fields.find((one) => one.name.toLowerCase() === folded)
  );
}

type Called = Pick<StoredField, 'id' | 'name'>;

/** A formula with fields by their ids, as it is stored. Throws `FormulaProblem`. */
export const withIds = (text: string, fields: readonly Called[]): string =>
  rewritten(text, (name) => fieldCalled(name, fields)?.id ?? name);

/** A formula with fields by their names, as people read it. */
export const withNames = (text: string, fields: readonly Called[]): string =>
  rewritten(text, (name) => fieldCalled(name, fields)?.name ?? name);

const recentIds = new Recent<readonly string[] | 'unread'>(2_000_000);

/** Ids of the fields that a stored formula names itself; `unread` for one whose words are not ours. */
export const idsNamed = (text: string): readonly string[] | 'unread' =>
  recentIds.of(text, () => {
    if (!isReadable(text)) return 'unread';
    return tokensOf(text).flatMap((token) => (token.type === 'field' ? [token.value] : []));
  });

/** Whether its words can be told apart; one from elsewhere may hold signs that mean nothing here. */
function isReadable(text: string): boolean {
  try {
    tokensOf(text);
    return true;
  } catch (error) {
    if (error instanceof FormulaProblem) return false;
    throw error;
  }
}

function rewritten(text: string, nameOf: (name: string) => string): string {
  let made = '';
  let from = 0;
  for (const token of tokensOf(text)) {
    if (token.type !== 'field') continue;
    made += text.slice(from, token.at.from) + braced(nameOf(token.value));
    from = token.at.to;
  }
  return made + text.slice(from);
}
